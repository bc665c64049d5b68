package drivetrain.inventory.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One step of a reservation and the stock that it moves: either all of it happens, or nothing.
 *
 * @param next what the reservation becomes, one version after what the step was decided on
 */
public record Change(Reservation next, List<Movement> movements) {
    public Change {
        requireNonNull(next, "next");
        movements = List.copyOf(movements);
    }

    /** The version that the step was decided on; 0 when there was no reservation. */
    public long expectedVersion() {
        return next.version() - 1;
    }
}
