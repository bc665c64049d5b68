package drivetrain.inventory.application;

import drivetrain.inventory.application.ReservationStore.Applied;
import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import java.time.Clock;

/**
 * Takes what an order has reserved off the shelf for good. Idempotent. A reservation that expired
 * meanwhile is taken all the same while there are pieces that nobody else was promised, since the
 * order is confirmed and paid.
 */
public final class CommitStock {
    private final ReservationStore reservations;
    private final Clock clock;

    public CommitStock(ReservationStore reservations, Clock clock) {
        this.reservations = reservations;
        this.clock = clock;
    }

    /**
     * Ships what the order holds.
     *
     * @throws ReservationLost when the order holds nothing and can't be given it either
     * @throws drivetrain.kernel.VersionConflict when another step of this order got in between;
     *     try again
     */
    public Outcome commit(OrderId orderId, CorrelationId correlationId) {
        Stamp stamp = new Stamp(correlationId, clock.instant());
        Reservation reservation = reservations.find(orderId)
                .orElseThrow(() -> new ReservationLost(orderId));
        return switch (reservation) {
            case Reservation.Reserved reserved -> apply(reserved.commit(), stamp,
                    Conflicts.brokenBooks(orderId));
            case Reservation.Expired expired -> apply(expired.commit(stamp.at()), stamp,
                    new ReservationLost(orderId));
            case Reservation.Committed committed -> Outcome.COMMITTED;
            case Reservation.Released released -> Outcome.RELEASED;
            case Reservation.Restocked restocked -> Outcome.RELEASED;
        };
    }

    private Outcome apply(Change change, Stamp stamp, RuntimeException whenShort) {
        return switch (reservations.apply(change, stamp)) {
            case Applied.Done() -> Outcome.COMMITTED;
            case Applied.Stale(Reservation found) -> throw Conflicts.over(found);
            case Applied.Insufficient() -> throw whenShort;
        };
    }

    /** Whether the lines are off the shelf. */
    public enum Outcome {
        COMMITTED,
        /** The order was given up already, and nothing is taken. */
        RELEASED
    }
}
