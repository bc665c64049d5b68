package drivetrain.circuitbreaker;

import java.time.Duration;

/**
 * What became of a guarded call that threw nothing.
 *
 * @param <T> the call's answer
 */
public sealed interface Guarded<T> {
    /** The call was made, and answered. */
    record Answered<T>(T answer) implements Guarded<T> {}

    /** The call wasn't made, since the circuit is open. Asking again is of use after so long. */
    record ShortCircuited<T>(Duration retryAfter) implements Guarded<T> {}
}
