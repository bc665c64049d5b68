package drivetrain.circuitbreaker;

import java.time.Instant;
import java.util.Optional;

/** Where a circuit stands. */
public sealed interface CircuitState {
    /** Calls pass; failures are counted. */
    record Closed(Window window) implements CircuitState {}

    /**
     * Calls fail at once.
     *
     * @param until when the first probe may pass
     * @param openings how often in a row it has opened without having closed
     */
    record Open(Instant until, int openings) implements CircuitState {}

    /**
     * One call at a time passes, as a probe.
     *
     * @param goodProbes how many in a row have succeeded
     * @param lease the probe under way
     */
    record HalfOpen(int openings, int goodProbes, Optional<Lease> lease) implements CircuitState {}

    /**
     * The right to make the one call that probes.
     *
     * @param holder the caller that has it
     * @param until when it may be given to another, since this one hasn't reported
     */
    record Lease(String holder, Instant until) {}
}
