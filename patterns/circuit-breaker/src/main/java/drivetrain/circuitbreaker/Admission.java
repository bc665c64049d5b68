package drivetrain.circuitbreaker;

import java.time.Duration;

/** Whether a call may be made. */
public sealed interface Admission {
    /**
     * It may. What becomes of it is reported under this epoch, and counts only while that is
     * current.
     */
    record Allowed(long epoch) implements Admission {}

    /** It may, and nothing is counted: an operator has disabled the circuit. */
    record Uncounted() implements Admission {}

    /**
     * It may, if the circuit can be written as {@code next}: then it is the one probe.
     *
     * @param expectedEpoch the epoch that must still be current
     */
    record Probe(long expectedEpoch, Circuit next) implements Admission {}

    /** It may not; asking again is of use after so long. */
    record Refused(Duration retryAfter) implements Admission {}
}
