package drivetrain.catalog.application;

import drivetrain.catalog.domain.Availability;

/**
 * Keeps a copy of what inventory tells. Events may come twice and in any order: the newest version
 * stays.
 */
public final class TrackAvailability {
    private final AvailabilityStore availabilities;

    public TrackAvailability(AvailabilityStore availabilities) {
        this.availabilities = availabilities;
    }

    public Outcome track(Availability availability) {
        return availabilities.keepIfNewer(availability) ? Outcome.KEPT : Outcome.STALE;
    }

    /** Whether it was news. */
    public enum Outcome {
        KEPT, STALE
    }
}
