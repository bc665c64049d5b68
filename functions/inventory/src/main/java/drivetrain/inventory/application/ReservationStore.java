package drivetrain.inventory.application;

import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reservations, and the stock that they move.
 *
 * <p>Every method throws {@code StorageUnavailable} when the storage can't answer for now. After
 * that of {@link #apply}, the change may or may not have happened; applying it again is safe,
 * since it expects a version.
 */
public interface ReservationStore {
    /** The reservation as of the last write. */
    Optional<Reservation> find(OrderId orderId);

    /**
     * Writes the reservation's next state and moves the stock, all or nothing.
     *
     * @throws drivetrain.kernel.VersionConflict when a concurrent write of the same items got in
     *     the way; nothing was written
     */
    Applied apply(Change change, Stamp stamp);

    /**
     * Orders whose reservation was due at {@code now}, the oldest first. May lag behind the
     * writes: look at the reservation before acting.
     */
    List<OrderId> dueAt(Instant now, int limit);

    /** What came of a change. */
    sealed interface Applied {
        /** Everything was written. */
        record Done() implements Applied {}

        /** Nothing was written, as the reservation isn't at the version expected but as found. */
        record Stale(Reservation found) implements Applied {}

        /** Nothing was written, as some stock doesn't suffice for its movement. */
        record Insufficient() implements Applied {}
    }
}
