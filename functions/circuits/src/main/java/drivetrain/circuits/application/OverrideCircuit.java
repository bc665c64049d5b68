package drivetrain.circuits.application;

import drivetrain.circuits.domain.CircuitName;
import drivetrain.circuits.domain.CircuitStatus;
import drivetrain.circuits.domain.Decision;
import drivetrain.kernel.CustomerId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** An operator decides about a circuit. Deciding again replaces what was decided before. */
public final class OverrideCircuit {
    private final Circuits circuits;
    private final Clock clock;

    @Inject
    public OverrideCircuit(Circuits circuits, Clock clock) {
        this.circuits = circuits;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @return how the circuit stands now; empty if there is no such circuit
     * @throws IllegalArgumentException if it isn't for 1 to 1440 minutes, or has no reason
     */
    public Optional<CircuitStatus> override(CircuitName name, Decision.Mode mode, Duration length,
            String reason, CustomerId by) {
        var now = clock.instant();
        var decision = Decision.of(mode, length, reason, by, now);
        var found = circuits.find(name, now);
        if (found.isPresent()) {
            circuits.override(name, decision);
        }
        return found.map(status -> status.with(decision));
    }
}
