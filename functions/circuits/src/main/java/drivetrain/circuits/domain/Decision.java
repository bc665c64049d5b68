package drivetrain.circuits.domain;

import drivetrain.kernel.CustomerId;
import java.time.Duration;
import java.time.Instant;

/**
 * What an operator has decided about a circuit, for a time.
 *
 * @param from when it was decided
 * @param until when the circuit goes by itself again
 * @param reason said to whoever lists the circuits
 * @param by the operator: the subject of the token
 */
public record Decision(Mode mode, Instant from, Instant until, String reason, CustomerId by) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);
    private static final int LONGEST_REASON = 500;

    /** What an operator can decide. */
    public enum Mode {
        /** Every call fails at once, such as during a provider's announced maintenance. */
        FORCED_OPEN,
        /** Every call passes, and nothing is counted. */
        DISABLED
    }

    /**
     * A decision that begins now.
     *
     * @throws IllegalArgumentException if it isn't for 1 to 1440 minutes, or has no reason
     */
    public static Decision of(Mode mode, Duration length, String reason, CustomerId by,
            Instant now) {
        if (length.compareTo(LEAST) < 0 || length.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("an override lasts 1 to 1440 minutes");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "an override needs a reason of up to " + LONGEST_REASON + " characters");
        }
        return new Decision(mode, now, now.plus(length), reason, by);
    }
}
