package drivetrain.inventory.application;

import drivetrain.inventory.application.ReservationStore.Applied;
import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives back what orders hold that nobody decided on in time. Run by a schedule; a run ends after
 * {@value #MAX_PER_RUN} reservations, and the next one goes on. Runs may overlap: each reservation
 * expires once.
 */
public final class ReleaseExpiredReservations {
    static final int MAX_PER_RUN = 200;
    private final ReservationStore reservations;
    private final Clock clock;

    public ReleaseExpiredReservations(ReservationStore reservations, Clock clock) {
        this.reservations = reservations;
        this.clock = clock;
    }

    /**
     * Releases what is due. One reservation that can't be released doesn't keep the others from
     * it.
     *
     * @throws RuntimeException when some reservation is broken, after all others were released
     * @throws StorageUnavailable at once
     */
    public Run release(CorrelationId correlationId) {
        Stamp stamp = new Stamp(correlationId, clock.instant());
        int released = 0;
        int left = 0;
        RuntimeException broken = null;
        for (OrderId orderId : reservations.dueAt(stamp.at(), MAX_PER_RUN)) {
            try {
                if (expire(orderId, stamp)) {
                    released++;
                }
            } catch (VersionConflict contended) {
                left++;
            } catch (StorageUnavailable unavailable) {
                throw unavailable;
            } catch (RuntimeException next) {
                broken = broken == null ? next : broken;
            }
        }
        if (broken != null) {
            throw broken;
        }
        return new Run(released, left);
    }

    private boolean expire(OrderId orderId, Stamp stamp) {
        Optional<Reservation.Reserved> due = reservations.find(orderId)
                .flatMap(found -> due(found, stamp.at()));
        return due.isPresent() && switch (reservations.apply(due.get().expire(), stamp)) {
            case Applied.Done() -> true;
            case Applied.Stale(Reservation found) -> false;
            case Applied.Insufficient() -> throw Conflicts.brokenBooks(orderId);
        };
    }

    private static Optional<Reservation.Reserved> due(Reservation reservation, Instant now) {
        return reservation instanceof Reservation.Reserved reserved && reserved.isDue(now)
                ? Optional.of(reserved)
                : Optional.empty();
    }

    /**
     * What a run did.
     *
     * @param released reservations that it released
     * @param left reservations that were being written by others, and are left to the next run
     */
    public record Run(int released, int left) {}
}
