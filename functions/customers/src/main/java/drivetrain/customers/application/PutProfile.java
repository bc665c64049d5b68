package drivetrain.customers.application;

import drivetrain.customers.domain.Details;
import drivetrain.customers.domain.Profile;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import java.time.Clock;

/**
 * Replaces what a customer tells of itself, provided that the customer has seen what is replaced.
 *
 * <p>Idempotent: details that are there already are neither refused nor written again, whatever
 * version was expected, so that a client which never got its answer may simply repeat its request
 * (RFC 9110, section 13.1.1).
 */
public final class PutProfile {
    private final ProfileStore profiles;
    private final Clock clock;

    public PutProfile(ProfileStore profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** What a put did. */
    public sealed interface Outcome {
        /** The profile is as it was asked for, by this request or before it. */
        record Stored(Profile profile) implements Outcome {}

        /** Somebody wrote the profile since the customer read it; nothing was written. */
        record Stale() implements Outcome {}
    }

    /**
     * Writes the details, unless they are there already.
     *
     * @param expected the version that the customer has seen; 0 before the first write
     */
    public Outcome put(CustomerId customerId, Details details, long expected,
            CorrelationId correlationId) {
        var before = profiles.find(customerId).orElseGet(() -> Profile.unwritten(customerId));
        var changed = before.details().differences(details);
        if (changed.isEmpty()) {
            return new Outcome.Stored(before);
        }
        if (before.version() != expected) {
            return new Outcome.Stale();
        }
        var next = before.with(details);
        return profiles.put(next, changed, new Stamp(correlationId, clock.instant()))
                ? new Outcome.Stored(next)
                : new Outcome.Stale();
    }
}
