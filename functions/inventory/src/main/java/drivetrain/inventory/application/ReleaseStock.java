package drivetrain.inventory.application;

import drivetrain.inventory.application.ReservationStore.Applied;
import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives up what an order holds, whatever that is: the compensation of {@link ReserveStock} and of
 * {@link CommitStock}. Idempotent; when nothing was reserved yet it leaves a tombstone, so that a
 * late reservation is refused.
 */
public final class ReleaseStock {
    private final ReservationStore reservations;
    private final Clock clock;

    public ReleaseStock(ReservationStore reservations, Clock clock) {
        this.reservations = reservations;
        this.clock = clock;
    }

    /**
     * Ends what the order holds, and keeps it from holding anything later.
     *
     * @throws drivetrain.kernel.VersionConflict when another step of this order got in between;
     *     try again
     */
    public Outcome release(OrderId orderId, CorrelationId correlationId) {
        Stamp stamp = new Stamp(correlationId, clock.instant());
        Optional<Reservation> reservation = reservations.find(orderId);
        if (reservation.isEmpty()) {
            return apply(Reservation.tombstone(orderId), Outcome.NOTHING_RESERVED, stamp);
        }
        return switch (reservation.get()) {
            case Reservation.Reserved reserved -> apply(reserved.release(), Outcome.RELEASED,
                    stamp);
            case Reservation.Expired expired -> apply(expired.release(), Outcome.RELEASED, stamp);
            case Reservation.Committed committed -> apply(committed.restock(), Outcome.RESTOCKED,
                    stamp);
            case Reservation.Released released -> released.lines().isPresent()
                    ? Outcome.RELEASED
                    : Outcome.NOTHING_RESERVED;
            case Reservation.Restocked restocked -> Outcome.RESTOCKED;
        };
    }

    private Outcome apply(Change change, Outcome outcome, Stamp stamp) {
        return switch (reservations.apply(change, stamp)) {
            case Applied.Done() -> outcome;
            case Applied.Stale(Reservation found) -> throw Conflicts.over(found);
            case Applied.Insufficient() -> throw Conflicts.brokenBooks(change.next().orderId());
        };
    }

    /** What there was to give up. */
    public enum Outcome {
        /** The lines can be promised to others. */
        RELEASED,
        /** The lines had been committed, and are on the shelf again. */
        RESTOCKED,
        /** Nothing was held, and nothing will be. */
        NOTHING_RESERVED
    }
}
