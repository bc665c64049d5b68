package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;

/**
 * One product of an order, at the price and with the name that it had when the order was placed.
 *
 * @param quantity 1 to {@link #MAX_QUANTITY}
 * @param unitPrice the price of one
 * @param massGrams the mass of one, in grams; 0 or more
 */
public record OrderLine(Sku sku, String name, int quantity, Money unitPrice, long massGrams) {
    /** The most of one product that one order may ask for. */
    public static final int MAX_QUANTITY = 10_000;

    public OrderLine {
        requireNonNull(sku, "sku");
        requireNonNull(name, "name");
        requireNonNull(unitPrice, "unitPrice");
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity must be 1 to " + MAX_QUANTITY);
        }
    }

    /**
     * The price of the whole line.
     *
     * @throws ArithmeticException if it doesn't fit a {@code long}
     */
    public Money price() {
        return unitPrice.times(quantity);
    }
}
