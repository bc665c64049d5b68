package drivetrain.circuits.dynamodb;

import drivetrain.circuitbreaker.Circuit;
import drivetrain.circuitbreaker.CircuitOverride;
import drivetrain.circuitbreaker.CircuitState;
import drivetrain.circuitbreaker.CircuitStore;
import drivetrain.circuitbreaker.CircuitTable;
import drivetrain.circuits.application.Circuits;
import drivetrain.circuits.domain.CircuitName;
import drivetrain.circuits.domain.CircuitStatus;
import drivetrain.circuits.domain.CircuitStatus.State;
import drivetrain.circuits.domain.Decision;
import drivetrain.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The circuits of the breakers' own store, of which the table of settings says that they exist. */
public final class BreakerCircuits implements Circuits {
    private final CircuitStore store;
    private final CircuitTable settings;

    public BreakerCircuits(CircuitStore store, CircuitTable settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public List<CircuitStatus> all(Instant now) {
        var written = store.list().stream()
                .collect(Collectors.toMap(Circuit::name, Function.identity()));
        return settings.names().stream()
                .map(name -> written.getOrDefault(name, Circuit.untouched(name)))
                .map(circuit -> status(circuit, now)).toList();
    }

    @Override
    public Optional<CircuitStatus> find(CircuitName name, Instant now) {
        return settings.names().stream().filter(name.value()::equals).findFirst()
                .map(known -> store.load(known).orElseGet(() -> Circuit.untouched(known)))
                .map(circuit -> status(circuit, now));
    }

    @Override
    public void override(CircuitName name, Decision decision) {
        var kind = switch (decision.mode()) {
            case FORCED_OPEN -> CircuitOverride.Kind.FORCED_OPEN;
            case DISABLED -> CircuitOverride.Kind.DISABLED;
        };
        store.override(name.value(), new CircuitOverride(kind, decision.from(), decision.until(),
                decision.reason(), decision.by().value()));
    }

    @Override
    public void endOverride(CircuitName name, CustomerId by, Instant now) {
        store.endOverride(name.value(), by.value(), now);
    }

    private CircuitStatus status(Circuit circuit, Instant now) {
        var set = settings.settings(circuit.name());
        return new CircuitStatus(CircuitName.parse(circuit.name()), state(circuit.state()),
                circuit.since(), probeAt(circuit.state()), circuit.failures(set, now),
                circuit.override().filter(override -> override.holds(now))
                        .map(BreakerCircuits::decision));
    }

    private static State state(CircuitState state) {
        return switch (state) {
            case CircuitState.Closed _ -> State.CLOSED;
            case CircuitState.Open _ -> State.OPEN;
            case CircuitState.HalfOpen _ -> State.HALF_OPEN;
        };
    }

    private static Optional<Instant> probeAt(CircuitState state) {
        return switch (state) {
            case CircuitState.Closed _ -> Optional.empty();
            case CircuitState.Open(var until, _) -> Optional.of(until);
            case CircuitState.HalfOpen(_, _, var lease) -> lease.map(CircuitState.Lease::until);
        };
    }

    private static Decision decision(CircuitOverride override) {
        var mode = switch (override.kind()) {
            case FORCED_OPEN -> Decision.Mode.FORCED_OPEN;
            case DISABLED -> Decision.Mode.DISABLED;
        };
        return new Decision(mode, override.from(), override.until(), override.reason(),
                new CustomerId(override.by()));
    }
}
