package drivetrain.inventory.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Sku;
import java.util.Optional;

/**
 * The books of one product, in pieces. Always {@code 0 <= reserved <= onHand}.
 *
 * @param version 1 after the first write, one more after each
 */
public record StockLevel(Sku sku, long onHand, long reserved, long version) {
    public StockLevel {
        requireNonNull(sku, "sku");
        if (reserved < 0 || reserved > onHand) {
            throw new IllegalArgumentException("stock of " + sku + " doesn't balance: "
                    + onHand + " on hand, " + reserved + " reserved");
        }
    }

    /** A product that nothing was ever received of. */
    public static StockLevel none(Sku sku) {
        return new StockLevel(sku, 0, 0, 0);
    }

    /** What can still be promised. */
    public long available() {
        return onHand - reserved;
    }

    /** The books after a movement, or empty when there isn't enough for it. */
    public Optional<StockLevel> after(Movement movement) {
        if (available() + movement.available() < 0 || reserved + movement.reserved() < 0) {
            return Optional.empty();
        }
        return Optional.of(new StockLevel(sku, onHand + movement.onHand(),
                reserved + movement.reserved(), version + 1));
    }
}
