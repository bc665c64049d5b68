package drivetrain.catalog.application;

import drivetrain.catalog.domain.Availability;
import drivetrain.kernel.Drift;
import java.util.Optional;

/** Finds and repairs what the copy of availability has missed. Idempotent. */
public final class ReconcileAvailability {
    private final AvailabilityStore availabilities;

    public ReconcileAvailability(AvailabilityStore availabilities) {
        this.availabilities = availabilities;
    }

    /**
     * Compares the copy of a product's availability with what inventory says.
     *
     * @return what was wrong and is repaired; empty if nothing was
     */
    public Optional<Drift> reconcile(Availability told) {
        return availabilities.repair(told);
    }
}
