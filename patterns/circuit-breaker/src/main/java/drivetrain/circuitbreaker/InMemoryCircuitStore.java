package drivetrain.circuitbreaker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Circuits of one JVM: for tests, and for a breaker that isn't shared. Safe for several threads. */
public final class InMemoryCircuitStore implements CircuitStore {
    private final TreeMap<String, Circuit> circuits = new TreeMap<>();

    @Override
    public synchronized Optional<Circuit> load(String name) {
        return Optional.ofNullable(circuits.get(name));
    }

    @Override
    public synchronized boolean replace(long expectedEpoch, Circuit next) {
        var present = present(next.name());
        if (present.epoch() != expectedEpoch) {
            return false;
        }
        circuits.put(next.name(), new Circuit(next.name(), next.epoch(), next.state(),
                next.since(), present.override()));
        return true;
    }

    @Override
    public synchronized Optional<Circuit> countFailure(String name, long epoch, String caller,
            CircuitSettings settings, Instant now) {
        var present = present(name);
        if (present.epoch() != epoch
                || !(present.state() instanceof CircuitState.Closed(var window))) {
            return Optional.empty();
        }
        return Optional.of(closed(present, window.withFailure(caller, settings, now)));
    }

    @Override
    public synchronized void countSuccesses(String name, long epoch, Instant windowStart,
            int successes) {
        var present = present(name);
        if (present.epoch() == epoch && present.state() instanceof CircuitState.Closed(var window)
                && windowStart.equals(window.start())) {
            closed(present, new Window(window.start(), window.failures(),
                    window.successes() + successes, window.callers()));
        }
    }

    @Override
    public synchronized void override(String name, CircuitOverride override) {
        overridden(present(name), Optional.of(override));
    }

    @Override
    public synchronized void endOverride(String name, String by, Instant now) {
        if (present(name).override().isPresent()) {
            overridden(present(name), Optional.empty());
        }
    }

    @Override
    public synchronized List<Circuit> list() {
        return List.copyOf(circuits.values());
    }

    private Circuit present(String name) {
        return circuits.getOrDefault(name, Circuit.untouched(name));
    }

    private void overridden(Circuit present, Optional<CircuitOverride> override) {
        circuits.put(present.name(), new Circuit(present.name(), present.epoch(), present.state(),
                present.since(), override));
    }

    private Circuit closed(Circuit present, Window window) {
        var counted = new Circuit(present.name(), present.epoch(), new CircuitState.Closed(window),
                present.since(), present.override());
        circuits.put(present.name(), counted);
        return counted;
    }
}
