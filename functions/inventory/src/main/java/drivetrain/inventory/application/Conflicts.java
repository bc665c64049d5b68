package drivetrain.inventory.application;

import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;

/** The two ways in which a change that was decided on a read can be refused. */
final class Conflicts {
    private Conflicts() {}

    /** Somebody else moved the reservation between the read and the write. */
    static VersionConflict over(Reservation found) {
        return new VersionConflict("the reservation of order " + found.orderId()
                + " is at version " + found.version());
    }

    /** The stock doesn't hold what its reservations say: a bug, or a hand in the table. */
    static IllegalStateException brokenBooks(OrderId orderId) {
        return new IllegalStateException(
                "the stock doesn't cover the reservation of order " + orderId);
    }
}
