package drivetrain.circuits.application;

import drivetrain.circuits.domain.CircuitStatus;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** How every circuit stands. */
public final class ListCircuits {
    private final Circuits circuits;
    private final Clock clock;

    @Inject
    public ListCircuits(Circuits circuits, Clock clock) {
        this.circuits = circuits;
        this.clock = clock;
    }

    public List<CircuitStatus> list() {
        return circuits.all(clock.instant());
    }
}
