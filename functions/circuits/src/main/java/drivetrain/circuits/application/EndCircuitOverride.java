package drivetrain.circuits.application;

import drivetrain.circuits.domain.CircuitName;
import drivetrain.kernel.CustomerId;
import jakarta.inject.Inject;
import java.time.Clock;

/** An operator lets a circuit go by itself again. Doing so twice is harmless. */
public final class EndCircuitOverride {
    private final Circuits circuits;
    private final Clock clock;

    @Inject
    public EndCircuitOverride(Circuits circuits, Clock clock) {
        this.circuits = circuits;
        this.clock = clock;
    }

    /**
     * Takes back what was decided, if anything was.
     *
     * @return whether there is such a circuit
     */
    public boolean end(CircuitName name, CustomerId by) {
        var now = clock.instant();
        if (circuits.find(name, now).isEmpty()) {
            return false;
        }
        circuits.endOverride(name, by, now);
        return true;
    }
}
