package drivetrain.inventory.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Sku;

/** So many pieces of one product. The quantity is 1 to {@value #MAX_QUANTITY} pieces. */
public record Line(Sku sku, int quantity) {
    public static final int MAX_QUANTITY = 1_000_000;

    public Line {
        requireNonNull(sku, "sku");
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException(
                    "quantity of " + sku + " must be 1 to " + MAX_QUANTITY);
        }
    }
}
