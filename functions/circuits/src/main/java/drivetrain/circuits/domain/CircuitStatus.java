package drivetrain.circuits.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How a circuit stands.
 *
 * @param state what the breaker itself has come to, whatever an operator has decided
 * @param since when it came into its state; empty for one that never left the first
 * @param probeAt when the next call may pass as a probe; empty unless it is open or being probed
 * @param failures counted in the present window; 0 unless it is closed
 * @param decision an operator's, while it holds
 */
public record CircuitStatus(CircuitName name, State state, Optional<Instant> since,
        Optional<Instant> probeAt, int failures, Optional<Decision> decision) {

    /** Where a circuit stands. */
    public enum State {
        /** Calls pass. */
        CLOSED,
        /** Calls fail at once. */
        OPEN,
        /** One call at a time passes, as a probe. */
        HALF_OPEN
    }

    /** The same circuit after an operator's decision. */
    public CircuitStatus with(Decision decided) {
        return new CircuitStatus(name, state, since, probeAt, failures, Optional.of(decided));
    }

    /** When trying a call is of use; empty when it is at once. */
    public Optional<Instant> retryAt() {
        return decision.isEmpty()
                ? probeAt
                : decision.filter(held -> held.mode() == Decision.Mode.FORCED_OPEN)
                        .map(Decision::until);
    }
}
