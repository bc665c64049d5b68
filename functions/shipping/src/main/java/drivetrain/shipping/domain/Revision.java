package drivetrain.shipping.domain;

import drivetrain.kernel.OrderId;
import java.util.Objects;

/**
 * Which change of which order's shipment a state is.
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

    static Revision first(OrderId orderId, Cause cause) {
        return new Revision(orderId, 1, cause);
    }

    Revision next(Cause newCause) {
        return new Revision(orderId, version + 1, newCause);
    }
}
