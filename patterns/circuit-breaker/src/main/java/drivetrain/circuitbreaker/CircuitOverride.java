package drivetrain.circuitbreaker;

import java.time.Instant;

/**
 * What an operator has decided, for a time, whatever the circuit has counted.
 *
 * @param from when it was decided
 * @param until when the circuit goes by itself again
 * @param reason said to whoever lists the circuits
 * @param by who decided it
 */
public record CircuitOverride(Kind kind, Instant from, Instant until, String reason, String by) {
    /** What an operator can decide. */
    public enum Kind {
        /** Every call fails at once, such as during a provider's announced maintenance. */
        FORCED_OPEN,
        /** Every call passes, and nothing is counted. */
        DISABLED
    }

    public CircuitOverride {
        requireText("reason", reason);
        requireText("by", by);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("an override must end after it began");
        }
    }

    /** Whether it still holds: nothing takes an expired one out of the store. */
    public boolean holds(Instant now) {
        return now.isBefore(until);
    }

    private static void requireText(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("an override needs a " + name);
        }
    }
}
