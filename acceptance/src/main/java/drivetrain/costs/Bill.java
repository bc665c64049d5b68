package drivetrain.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What something costs.
 *
 * @param of
 *            of what, or for how long, as the heading of the quantities
 */
record Bill(String of, List<Line> lines) {
    private static final int THOUSAND = 1_000;

    Bill {
        lines = List.copyOf(lines);
    }

    /** All of it, in dollars. */
    double total() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    /** A table in Markdown, the sum in its last row. */
    String markdown() {
        List<List<String>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(List.of(line.service(), line.price().unit(),
                number(line.quantity()), price(line.price()), cents(line.dollars()))));
        rows.add(List.of("all", "", "", "", cents(total())));
        return Table.markdown(2, List.of("service", "what is billed", of, "price", "dollars"),
                rows);
    }

    /** Two decimals at least where it is small and isn't whole, and two digits that aren't 0. */
    static String number(double quantity) {
        if (quantity >= THOUSAND || quantity == Math.rint(quantity)) {
            return String.format(Locale.ROOT, "%,.0f", quantity);
        }
        int decimals = Math.max(2, 1 - (int) Math.floor(Math.log10(Math.abs(quantity))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", quantity);
    }

    private static String cents(double dollars) {
        return String.format(Locale.ROOT, "%,.2f", dollars);
    }

    private static String price(Price price) {
        BigDecimal dollars = BigDecimal.valueOf(price.dollars());
        String amount = "$" + dollars.setScale(Math.max(2, dollars.scale()),
                RoundingMode.UNNECESSARY).toPlainString();
        return price.per() == 1
                ? amount
                : amount + String.format(Locale.ROOT, " / %,.0f", price.per());
    }
}
