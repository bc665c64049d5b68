package drivetrain.circuitbreaker;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving of three callers, each of which reads, takes a lease where it must, calls, and
 * records in one write or two, or crashes before any of these, while the dependency fails or
 * answers and time passes: a breadth-first search of all states that can be reached, not a sample of
 * them. Every read and write is one of {@link InMemoryCircuitStore}, whose contract DynamoDB's store
 * shares.
 */
class CircuitInterleavingsTest {
    private static final String NAME = "d";
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int CALLERS = 3;
    private static final int MOST_TICKS = 4;
    private static final int MOST_CALLS = 2;
    private static final double JITTER = 1.0;
    private static final CircuitSettings SETTINGS = new CircuitSettings(Duration.ofSeconds(30), 2,
            2, 0.5, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 2,
            Duration.ofSeconds(10), 1);
    private static final Map<Class<?>, Set<Class<?>>> LEGAL = Map.of(Closed.class,
            Set.of(Open.class), Open.class, Set.of(HalfOpen.class), HalfOpen.class,
            Set.of(HalfOpen.class, Open.class, Closed.class));

    /** Where a caller stands in its call. */
    private sealed interface Step {
        record Idle() implements Step {}

        record HasRead(Circuit seen) implements Step {}

        record Calling(Circuit admittedUnder, boolean isProbe) implements Step {}

        /** Has counted the failure that trips the circuit, but not opened it yet. */
        record Tripping(long epoch, Circuit opened) implements Step {}
    }

    private record Caller(int callsMade, Step step) {}

    /** What brought a world about. */
    private enum Move {
        TIME, READ, REFUSED, ADMITTED, PROBE, LOST_LEASE, SUCCESS, FAILURE, TRIP, CRASH
    }

    private record World(Circuit circuit, int ticks, List<Caller> callers) {
        Instant now() {
            return START.plus(TICK.multipliedBy(ticks));
        }

        World with(int who, Step step, Circuit changed) {
            var moved = new ArrayList<>(callers);
            int calls = callers.get(who).callsMade() + (step instanceof Step.HasRead ? 1 : 0);
            moved.set(who, new Caller(calls, step));
            return new World(forgettingSince(changed), ticks, List.copyOf(moved));
        }

        World with(int who, Step step) {
            return with(who, step, circuit);
        }

        InMemoryCircuitStore store() {
            var store = new InMemoryCircuitStore();
            store.replace(0, circuit);
            return store;
        }
    }

    private record Successor(Move move, int who, World world) {}

    private static final Set<World> REACHED = new HashSet<>();
    private static final Map<Move, Integer> MOVES = new EnumMap<>(Move.class);

    @BeforeAll
    static void exploreOnce() {
        var idle = new Caller(0, new Step.Idle());
        var first = new World(Circuit.untouched(NAME), 0, List.of(idle, idle, idle));
        REACHED.add(first);
        var frontier = new ArrayDeque<>(REACHED);
        while (!frontier.isEmpty()) {
            var world = frontier.remove();
            for (var next : successors(world)) {
                MOVES.merge(next.move(), 1, Integer::sum);
                requireLegal(world, next);
                if (REACHED.add(next.world())) {
                    frontier.add(next.world());
                }
            }
        }
        System.out.printf("circuit breaker: %,d states of %d callers reached by %s%n",
                REACHED.size(), CALLERS, MOVES);
    }

    @Test
    void everyKindOfMoveIsExplored() {
        assertThat(MOVES).containsOnlyKeys(Move.values());
        assertThat(REACHED.size()).as("states reached").isGreaterThan(100_000);
        assertThat(REACHED).extracting(world -> world.circuit().state().getClass().getSimpleName())
                .contains("Closed", "Open", "HalfOpen");
    }

    /** Of all probes that are under way, at most one has a lease that hasn't run out. */
    @Test
    void thereAreNeverTwoUnexpiredLeases() {
        REACHED.forEach(world -> {
            long unexpired = world.callers().stream()
                    .filter(caller -> caller.step() instanceof Step.Calling(var admitted, var probe)
                            && probe && lease(admitted).until().isAfter(world.now()))
                    .count();
            if (unexpired > 1) {
                assertThat(unexpired).as("unexpired leases in %s", world).isEqualTo(1);
            }
        });
    }

    @Test
    void aHealthyDependencyAlwaysClosesItAgain() {
        REACHED.stream().map(World::circuit).distinct().forEach(stuck -> {
            var circuit = stuck;
            var now = START.plus(TICK.multipliedBy(MOST_TICKS));
            for (int probes = 0; !(circuit.state() instanceof Closed); probes++) {
                assertThat(probes).as("probes to close %s", stuck)
                        .isLessThan(SETTINGS.probesToClose());
                now = now.plus(SETTINGS.openTimeCap());
                circuit = goodProbe(circuit, now);
            }
        });
    }

    private static Circuit goodProbe(Circuit circuit, Instant now) {
        var admission = circuit.admit("healer", SETTINGS, now);
        assertThat(admission).isInstanceOf(Admission.Probe.class);
        return ((Admission.Probe) admission).next().probeSucceeded(SETTINGS, now);
    }

    private static List<Successor> successors(World world) {
        var next = new ArrayList<Successor>();
        if (world.ticks() < MOST_TICKS) {
            next.add(new Successor(Move.TIME, -1,
                    new World(world.circuit(), world.ticks() + 1, world.callers())));
        }
        for (int who = 0; who < CALLERS; who++) {
            var caller = world.callers().get(who);
            switch (caller.step()) {
                case Step.Idle() -> {
                    if (caller.callsMade() < MOST_CALLS) {
                        next.add(new Successor(Move.READ, who,
                                world.with(who, new Step.HasRead(asSeen(world.circuit())))));
                    }
                }
                case Step.HasRead(var seen) -> {
                    next.add(admitted(world, who, seen));
                    next.add(crashed(world, who));
                }
                case Step.Calling calling -> {
                    next.add(succeeded(world, who, calling));
                    next.add(failed(world, who, calling));
                    next.add(crashed(world, who));
                }
                case Step.Tripping(var epoch, var opened) -> {
                    var store = world.store();
                    store.replace(epoch, opened);
                    next.add(new Successor(Move.TRIP, who, done(world, who, store)));
                    next.add(crashed(world, who));
                }
            }
        }
        return next;
    }

    /** As {@link CircuitBreaker#call} does with what it has read. */
    private static Successor admitted(World world, int who, Circuit seen) {
        return switch (seen.admit("c" + who, SETTINGS, world.now())) {
            case Admission.Allowed _,Admission.Uncounted() -> new Successor(Move.ADMITTED, who,
                    world.with(who, new Step.Calling(seen, false)));
            case Admission.Refused _ ->
                new Successor(Move.REFUSED, who, world.with(who, new Step.Idle()));
            case Admission.Probe(var expected, var probing) -> {
                var store = world.store();
                yield store.replace(expected, probing)
                        ? new Successor(Move.PROBE, who,
                                world.with(who,
                                        new Step.Calling(forgettingSince(probing), true),
                                        store.load(NAME).orElseThrow()))
                        : new Successor(Move.LOST_LEASE, who, done(world, who, store));
            }
        };
    }

    private static Successor succeeded(World world, int who, Step.Calling calling) {
        var store = world.store();
        var seen = calling.admittedUnder();
        if (calling.isProbe()) {
            store.replace(seen.epoch(), seen.probeSucceeded(SETTINGS, world.now()));
        } else if (seen.state() instanceof Closed(var window)
                && !window.isOver(SETTINGS, world.now())) {
            store.countSuccesses(NAME, seen.epoch(), window.start(), 1);
        }
        return new Successor(Move.SUCCESS, who, done(world, who, store));
    }

    private static Successor failed(World world, int who, Step.Calling calling) {
        var store = world.store();
        var seen = calling.admittedUnder();
        Optional<Circuit> opened = Optional.empty();
        if (calling.isProbe()) {
            store.replace(seen.epoch(), seen.probeFailed(SETTINGS, world.now(), JITTER));
        } else {
            opened = store.countFailure(NAME, seen.epoch(), "c" + who, SETTINGS, world.now())
                    .flatMap(counted -> counted.tripped(SETTINGS, world.now(), JITTER));
        }
        var after = store.load(NAME).orElseThrow();
        return new Successor(Move.FAILURE, who,
                opened.map(trip -> world.with(who,
                        new Step.Tripping(seen.epoch(), forgettingSince(trip)), after))
                        .orElseGet(() -> done(world, who, store)));
    }

    private static Successor crashed(World world, int who) {
        return new Successor(Move.CRASH, who, world.with(who, new Step.Idle()));
    }

    private static World done(World world, int who, CircuitStore store) {
        return world.with(who, new Step.Idle(), store.load(NAME).orElseThrow());
    }

    /** No rule looks at it, and without it there are fewer states that differ. */
    private static Circuit forgettingSince(Circuit circuit) {
        return new Circuit(circuit.name(), circuit.epoch(), circuit.state(), Optional.empty(),
                circuit.override());
    }

    /** What a caller needs of what it has read; its counts are the store's to look at. */
    private static Circuit asSeen(Circuit circuit) {
        return circuit.state() instanceof Closed(var window)
                ? new Circuit(NAME, circuit.epoch(),
                        new Closed(new Window(window.start(), 0, 0, Set.of())), Optional.empty(),
                        Optional.empty())
                : circuit;
    }

    private static CircuitState.Lease lease(Circuit probing) {
        return ((HalfOpen) probing.state()).lease().orElseThrow();
    }

    /** What comes late changes nothing; a state changes legally, and together with the epoch. */
    private static void requireLegal(World before, Successor next) {
        var old = before.circuit();
        var changed = next.world().circuit();
        if (old.equals(changed)) {
            return;
        }
        boolean isCurrent = epochKnownBy(before.callers().get(next.who())) == old.epoch();
        boolean isLegal = changed.epoch() == old.epoch()
                ? changed.state().getClass() == old.state().getClass()
                : changed.epoch() == old.epoch() + 1
                        && LEGAL.get(old.state().getClass()).contains(changed.state().getClass());
        // Asserted only when broken, since there are millions of these.
        if (!isCurrent || !isLegal) {
            assertThat(changed).as("the circuit after %s of %s", next, before).isEqualTo(old);
        }
    }

    private static long epochKnownBy(Caller caller) {
        return switch (caller.step()) {
            case Step.Idle() -> -1;
            case Step.HasRead(var seen) -> seen.epoch();
            case Step.Calling(var admittedUnder, _) -> admittedUnder.epoch();
            case Step.Tripping(var epoch, _) -> epoch;
        };
    }
}
