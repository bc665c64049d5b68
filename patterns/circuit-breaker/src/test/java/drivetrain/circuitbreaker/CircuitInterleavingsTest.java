package drivetrain.circuitbreaker;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving of three callers, each of which reads, asks for admission, calls, and records or
 * crashes, while the dependency fails or answers and time passes: a breadth-first search of all
 * states that can be reached, not a sample of them.
 */
class CircuitInterleavingsTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int CALLERS = 3;
    private static final int MOST_TICKS = 5;
    private static final int MOST_CALLS = 2;
    private static final double JITTER = 1.0;
    private static final CircuitSettings SETTINGS = new CircuitSettings(Duration.ofSeconds(30), 2,
            2, 0.5, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 2,
            Duration.ofSeconds(10), 1);

    /** Where a caller stands in its call. */
    private sealed interface Step {
        record Idle(int callsMade) implements Step {}

        record HasRead(int callsMade, Circuit seen) implements Step {}

        record Calling(int callsMade, Circuit admittedUnder, boolean isProbe) implements Step {}
    }

    private record World(Circuit circuit, int ticks, List<Step> callers) {
        Instant now() {
            return START.plus(TICK.multipliedBy(ticks));
        }

        World with(int caller, Step step) {
            return with(caller, step, circuit);
        }

        World with(int caller, Step step, Circuit changed) {
            var steps = new ArrayList<>(callers);
            steps.set(caller, step);
            return new World(changed, ticks, List.copyOf(steps));
        }
    }

    private static Set<World> reached;

    @BeforeAll
    static void exploreOnce() {
        reached = explore();
    }

    @Test
    void noInterleavingBreaksTheRules() {
        assertThat(reached.size()).as("states reached").isGreaterThan(100_000);
        reached.forEach(CircuitInterleavingsTest::requireAtMostOneLiveProbe);
        assertThat(reached).extracting(world -> world.circuit().state().getClass().getSimpleName())
                .contains("Closed", "Open", "HalfOpen");
    }

    @Test
    void aHealthyDependencyAlwaysClosesItAgain() {
        reached.stream().map(World::circuit).distinct().forEach(stuck -> {
            var circuit = stuck;
            var now = START.plus(TICK.multipliedBy(MOST_TICKS));
            for (int probes = 0; !(circuit.state() instanceof Closed); probes++) {
                assertThat(probes).as("probes to close %s", stuck).isLessThan(20);
                now = now.plus(SETTINGS.openTimeCap());
                circuit = goodProbe(circuit, now);
            }
        });
    }

    private static Circuit goodProbe(Circuit circuit, Instant now) {
        var admission = circuit.admit("healer", SETTINGS, now);
        assertThat(admission).isInstanceOf(Admission.Probe.class);
        return ((Admission.Probe) admission).next().probeSucceeded(SETTINGS);
    }

    private static Set<World> explore() {
        var idle = new Step.Idle(0);
        var first = new World(Circuit.untouched("d"), 0, List.of(idle, idle, idle));
        var reached = new HashSet<>(Set.of(first));
        var frontier = new ArrayDeque<>(reached);
        while (!frontier.isEmpty()) {
            var world = frontier.remove();
            for (var next : successors(world)) {
                requireNoStaleEffect(world, next);
                if (reached.add(next)) {
                    frontier.add(next);
                }
            }
        }
        return reached;
    }

    private static List<World> successors(World world) {
        var next = new ArrayList<World>();
        if (world.ticks() < MOST_TICKS) {
            next.add(new World(world.circuit(), world.ticks() + 1, world.callers()));
        }
        for (int caller = 0; caller < CALLERS; caller++) {
            int who = caller;
            switch (world.callers().get(caller)) {
                case Step.Idle(var calls) when calls < MOST_CALLS ->
                    next.add(world.with(who, new Step.HasRead(calls + 1, world.circuit())));
                case Step.Idle _ -> {
                }
                case Step.HasRead(var calls, var seen) ->
                    next.add(admitted(world, who, calls, seen));
                case Step.Calling calling -> {
                    next.add(world.with(who, new Step.Idle(calling.callsMade())));
                    next.add(recorded(world, who, calling, () -> onSuccess(world, calling)));
                    next.add(recorded(world, who, calling, () -> onFailure(world, who, calling)));
                }
            }
        }
        return next;
    }

    private static World admitted(World world, int who, int calls, Circuit seen) {
        return switch (seen.admit("c" + who, SETTINGS, world.now())) {
            case Admission.Allowed _,Admission.Uncounted() ->
                world.with(who, new Step.Calling(calls, seen, false));
            case Admission.Refused _ -> world.with(who, new Step.Idle(calls));
            case Admission.Probe(var expected, var next) -> world.circuit().epoch() == expected
                    ? world.with(who, new Step.Calling(calls, next, true), next)
                    : world.with(who, new Step.Idle(calls));
        };
    }

    private static World recorded(World world, int who, Step.Calling calling,
            Supplier<Optional<Circuit>> change) {
        var done = new Step.Idle(calling.callsMade());
        return change.get().map(changed -> world.with(who, done, changed))
                .orElseGet(() -> world.with(who, done));
    }

    private static Optional<Circuit> onSuccess(World world, Step.Calling calling) {
        return calling.isProbe() && isCurrent(world, calling)
                ? Optional.of(calling.admittedUnder().probeSucceeded(SETTINGS))
                : Optional.empty();
    }

    /** What {@link CircuitBreaker} and its store do, on this world's circuit. */
    private static Optional<Circuit> onFailure(World world, int who, Step.Calling calling) {
        if (!isCurrent(world, calling)) {
            return Optional.empty();
        }
        if (calling.isProbe()) {
            return Optional.of(calling.admittedUnder().probeFailed(SETTINGS, world.now(), JITTER));
        }
        var store = new InMemoryCircuitStore();
        store.replace(0, world.circuit());
        return store.countFailure("d", world.circuit().epoch(), "c" + who, SETTINGS, world.now())
                .map(counted -> counted.tripped(SETTINGS, world.now(), JITTER).orElse(counted));
    }

    private static boolean isCurrent(World world, Step.Calling calling) {
        return world.circuit().epoch() == calling.admittedUnder().epoch();
    }

    /** A probe is live while its lease is the circuit's, and hasn't run out. */
    private static void requireAtMostOneLiveProbe(World world) {
        long live = world.callers().stream().filter(step -> step instanceof Step.Calling calling
                && calling.isProbe() && isCurrent(world, calling)).count();

        assertThat(live).as("probes under way in %s", world).isLessThanOrEqualTo(1);
    }

    /** The epoch never falls, and a state changes only together with it. */
    private static void requireNoStaleEffect(World before, World after) {
        var old = before.circuit();
        var changed = after.circuit();
        if (changed.epoch() == old.epoch()) {
            assertThat(changed.state().getClass()).isEqualTo(old.state().getClass());
        } else {
            assertThat(changed.epoch()).isEqualTo(old.epoch() + 1);
            assertThat(LEGAL.get(old.state().getClass())).as("%s to %s", old, changed)
                    .contains(changed.state().getClass());
        }
    }

    private static final Map<Class<?>, Set<Class<?>>> LEGAL = Map.of(Closed.class,
            Set.of(Open.class), Open.class, Set.of(HalfOpen.class), HalfOpen.class,
            Set.of(HalfOpen.class, Open.class, Closed.class));
}
