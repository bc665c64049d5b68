package drivetrain.kernel;

import java.util.Objects;

/**
 * Which change a state is, of the one thing of its kind that an order has: its payment, its
 * shipment.
 *
 * @param version 1 for the first state, one more for each state after it, without gaps
 * @param cause what brought this state about
 */
public record Revision(OrderId orderId, long version, Cause cause) {
    public Revision {
        Objects.requireNonNull(orderId);
        Objects.requireNonNull(cause);
        if (version < 1) {
            throw new IllegalArgumentException("versions start at 1: " + version);
        }
    }

    /** The first state of an order's thing. */
    public static Revision first(OrderId orderId, Cause cause) {
        return new Revision(orderId, 1, cause);
    }

    /** The state after this one. */
    public Revision next(Cause newCause) {
        return new Revision(orderId, version + 1, newCause);
    }
}
