package drivetrain.inventory.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Sku;

/**
 * A change of one product's books, in pieces.
 *
 * @param onHand what is added to the pieces on the shelf; negative when they leave
 * @param reserved what is added to the pieces promised to orders; negative when a promise ends
 */
public record Movement(Sku sku, int onHand, int reserved) {
    public Movement {
        requireNonNull(sku, "sku");
    }

    /** What is added to the pieces that can still be promised. */
    public int available() {
        return onHand - reserved;
    }

    static Movement promise(Line line) {
        return new Movement(line.sku(), 0, line.quantity());
    }

    static Movement endPromise(Line line) {
        return new Movement(line.sku(), 0, -line.quantity());
    }

    static Movement shipPromised(Line line) {
        return new Movement(line.sku(), -line.quantity(), -line.quantity());
    }

    static Movement shipUnpromised(Line line) {
        return new Movement(line.sku(), -line.quantity(), 0);
    }

    static Movement putBack(Line line) {
        return new Movement(line.sku(), line.quantity(), 0);
    }
}
