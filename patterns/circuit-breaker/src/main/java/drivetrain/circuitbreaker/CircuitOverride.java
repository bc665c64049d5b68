package drivetrain.circuitbreaker;

import java.time.Instant;

/**
 * What an operator has decided, for a time, whatever the circuit has counted.
 *
 * @param until when the circuit goes by itself again
 * @param reason said to whoever lists the circuits
 */
public record CircuitOverride(Kind kind, Instant until, String reason) {
    /** What an operator can decide. */
    public enum Kind {
        /** Every call fails at once, such as during a provider's announced maintenance. */
        FORCED_OPEN,
        /** Every call passes, and nothing is counted. */
        DISABLED
    }

    public CircuitOverride {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("an override needs a reason");
        }
    }

    boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
