package drivetrain.orders.domain;

import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a wish would cost, or why it can't be ordered. */
public sealed interface Quote {

    /** All of it can be ordered. */
    record Priced(List<OrderLine> lines, Money total) implements Quote {
        public Priced {
            lines = List.copyOf(lines);
        }
    }

    /** Some of it can't be ordered. */
    record Unorderable(List<Reason> reasons) implements Quote {
        public Unorderable {
            reasons = List.copyOf(reasons);
        }
    }

    /** One quantity of one product that is wished for. */
    record Wish(Sku sku, int quantity) {}

    /**
     * What stands against an order.
     *
     * @param line the index of the line that it is about, or {@link #WHOLE_ORDER}
     * @param detail for people
     */
    record Reason(int line, String detail) {
        /** It is about the order as a whole. */
        public static final int WHOLE_ORDER = -1;
    }

    /**
     * Prices a wish.
     *
     * @param wishes one or more, each of another product, quantities within bounds
     * @param products what is known of them
     */
    static Quote of(List<Wish> wishes, Map<Sku, PricedProduct> products) {
        var reasons = new ArrayList<Reason>();
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            var product = products.get(wish.sku());
            if (product == null || !product.active()) {
                reasons.add(new Reason(i,
                        (product == null ? "unknown product " : "no longer sold: ") + wish.sku()));
            } else {
                lines.add(new OrderLine(wish.sku(), product.name(), wish.quantity(),
                        product.price(), product.massGrams()));
            }
        }
        return reasons.isEmpty() ? total(lines) : new Unorderable(reasons);
    }

    private static Quote total(List<OrderLine> lines) {
        var currency = lines.getFirst().unitPrice().currency();
        if (lines.stream().anyMatch(line -> !line.unitPrice().currency().equals(currency))) {
            return unorderable("the products are priced in different currencies");
        }
        try {
            return new Priced(lines, lines.stream().map(OrderLine::price)
                    .reduce(Money.zero(currency), Money::plus));
        } catch (ArithmeticException tooMuch) {
            return unorderable("the total is too large");
        }
    }

    private static Quote unorderable(String reason) {
        return new Unorderable(List.of(new Reason(Reason.WHOLE_ORDER, reason)));
    }
}
