package drivetrain.circuitbreaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Open;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CircuitBreakerTest {
    private static final String NAME = "carrier#quote";
    private static final CircuitSettings SETTINGS = CircuitSettings.defaults();

    /** Counts what a breaker asks of its store, and can be out of reach. */
    private static final class CountingStore implements CircuitStore {
        private final CircuitStore store = new InMemoryCircuitStore();
        private int reads;
        private int writes;
        private RuntimeException trouble;
        private RuntimeException troubleOfReplace;
        private Runnable beforeReplace;

        @Override
        public Optional<Circuit> load(String name) {
            reads++;
            return answer(() -> store.load(name));
        }

        @Override
        public boolean replace(long expectedEpoch, Circuit next) {
            writes++;
            if (troubleOfReplace != null) {
                throw troubleOfReplace;
            }
            if (beforeReplace != null) {
                beforeReplace.run();
            }
            return answer(() -> store.replace(expectedEpoch, next));
        }

        @Override
        public Optional<Circuit> countFailure(String name, long epoch, String caller,
                CircuitSettings settings, Instant now) {
            writes++;
            return answer(() -> store.countFailure(name, epoch, caller, settings, now));
        }

        @Override
        public void countSuccesses(String name, long epoch, Instant windowStart, int successes) {
            writes++;
            store.countSuccesses(name, epoch, windowStart, successes);
        }

        @Override
        public void override(String name, CircuitOverride override) {
            store.override(name, override);
        }

        @Override
        public void endOverride(String name, String by, Instant now) {
            store.endOverride(name, by, now);
        }

        @Override
        public List<Circuit> list() {
            return store.list();
        }

        private <T> T answer(Supplier<T> from) {
            if (trouble != null) {
                throw trouble;
            }
            return from.get();
        }
    }

    private final CountingStore store = new CountingStore();
    private final TestClock clock = TestClock.at("2026-11-21T10:00:00Z");
    private final List<String> heard = new ArrayList<>();
    private final CircuitBreaker breaker = new CircuitBreaker(NAME, SETTINGS, store, clock,
            new SplittableRandom(1), new CircuitObserver() {
                @Override
                public void changed(Circuit circuit) {
                    heard.add(circuit.state().getClass().getSimpleName());
                }

                @Override
                public void storeUnavailable(String circuit, RuntimeException cause) {
                    heard.add("unguarded");
                }
            });

    private Guarded<String> succeed(String caller) {
        return breaker.call(caller, () -> "quote");
    }

    private void fail(String caller) {
        failOn(breaker, caller);
    }

    private static void failOn(CircuitBreaker failing, String caller) {
        assertThatThrownBy(() -> failing.call(caller, () -> {
            throw new DependencyUnavailable("carrier: 503");
        })).isInstanceOf(DependencyUnavailable.class);
    }

    private CircuitState state() {
        return store.load(NAME).orElseThrow().state();
    }

    private void trip() {
        for (int failure = 0; failure < SETTINGS.minimumFailures(); failure++) {
            fail("caller-" + failure);
        }
        assertThat(state()).isInstanceOf(Open.class);
    }

    @Test
    void costsOneReadAndNoWriteWhileAllIsWell() {
        for (int call = 0; call < 100; call++) {
            assertThat(succeed("caller-" + call)).isEqualTo(new Guarded.Answered<>("quote"));
        }

        assertThat(store.reads).isEqualTo(100);
        assertThat(store.writes).isZero();
    }

    @Test
    void opensAfterEnoughFailuresOfEnoughCallers() {
        trip();

        assertThat(heard).containsExactly("Open");
        var refused = (Guarded.ShortCircuited<String>) succeed("next");
        assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(SETTINGS.openTime());
    }

    @Test
    void isOpenForHalfToAllOfItsTimeSoThatCircuitsAreNotProbedInStep() {
        var waits = new TreeSet<Duration>();
        for (int seed = 0; seed < 100; seed++) {
            var fresh = new InMemoryCircuitStore();
            var tripping = new CircuitBreaker(NAME, SETTINGS, fresh, clock,
                    new SplittableRandom(seed), CircuitObserver.NONE);
            for (int call = 0; call < SETTINGS.minimumFailures(); call++) {
                failOn(tripping, "caller-" + call);
            }
            var open = (Open) fresh.load(NAME).orElseThrow().state();
            waits.add(Duration.between(clock.instant(), open.until()));
        }

        assertThat(waits).hasSizeGreaterThan(90).allSatisfy(wait -> assertThat(wait)
                .isBetween(SETTINGS.openTime().dividedBy(2), SETTINGS.openTime()));
    }

    @Test
    void tellsTheOneWhoseCallIsRefused() {
        trip();
        heard.clear();
        var waits = new ArrayList<Duration>();

        var refused = breaker.heardBy(new CircuitObserver() {
            @Override
            public void refused(String circuit, Duration retryAfter) {
                waits.add(retryAfter);
            }
        }).call("caller", () -> "quote");

        assertThat(refused).isEqualTo(new Guarded.ShortCircuited<>(waits.getFirst()));
        assertThat(heard).as("told to somebody else").isEmpty();
    }

    @Test
    void aSingleCallerCannotOpenIt() {
        for (int failure = 0; failure < 50; failure++) {
            fail("the-one-bad-caller");
        }

        assertThat(state()).isInstanceOf(Closed.class);
    }

    @Test
    void aBlipAmongManySuccessesCannotOpenIt() {
        fail("first");
        for (int call = 0; call < 500; call++) {
            succeed("caller-" + call);
        }
        for (int failure = 0; failure < SETTINGS.minimumFailures(); failure++) {
            fail("failing-" + failure);
        }

        assertThat(state()).isInstanceOf(Closed.class);
    }

    @Test
    void failuresOfDifferentWindowsDoNotAddUp() {
        for (int failure = 0; failure < 20; failure++) {
            fail("caller-" + failure);
            clock.pass(SETTINGS.window().dividedBy(2));
        }

        assertThat(state()).isInstanceOf(Closed.class);
    }

    @Test
    void aSlowCallCountsAsFailedButItsAnswerIsGiven() {
        for (int call = 0; call < SETTINGS.minimumFailures(); call++) {
            assertThat(breaker.call("caller-" + call, () -> {
                clock.pass(SETTINGS.slowCall());
                return "late";
            })).isEqualTo(new Guarded.Answered<>("late"));
        }

        assertThat(state()).isInstanceOf(Open.class);
    }

    @Test
    void aBugOfOursNeverCounts() {
        for (int call = 0; call < 50; call++) {
            var caller = "caller-" + call;
            assertThatThrownBy(() -> breaker.call(caller, () -> {
                throw new IllegalStateException("bug");
            })).isInstanceOf(IllegalStateException.class);
        }

        assertThat(store.writes).isZero();
    }

    @Test
    void closesAfterSeveralGoodProbesInARow() {
        trip();
        clock.pass(SETTINGS.openTime());

        for (int probe = 1; probe < SETTINGS.probesToClose(); probe++) {
            succeed("prober-" + probe);
            assertThat(state()).isInstanceOf(HalfOpen.class);
        }
        succeed("last");

        assertThat(state()).isInstanceOf(Closed.class);
    }

    @Test
    void oneBadProbeOpensItForLonger() {
        trip();
        clock.pass(SETTINGS.openTime());
        fail("prober");

        assertThat(state()).isInstanceOf(Open.class);
        var open = (Open) state();
        assertThat(open.openings()).isEqualTo(2);
        assertThat(Duration.between(clock.instant(), open.until()))
                .isBetween(SETTINGS.openTime(), SETTINGS.openTime().multipliedBy(2));
    }

    @Test
    void neverStaysOpenForLongerThanItsCap() {
        trip();
        for (int probe = 0; probe < 40; probe++) {
            clock.pass(SETTINGS.openTimeCap());
            fail("prober-" + probe);
        }

        assertThat(Duration.between(clock.instant(), ((Open) state()).until()))
                .isLessThanOrEqualTo(SETTINGS.openTimeCap());
    }

    @Test
    void whileAProbeIsUnderWayEverybodyElseIsRefused() {
        trip();
        clock.pass(SETTINGS.openTime());

        breaker.call("prober", () -> {
            assertThat(succeed("other")).isInstanceOf(Guarded.ShortCircuited.class);
            return "probed";
        });
    }

    @Test
    void aProbeThatNeverReportsLosesItsLease() {
        trip();
        clock.pass(SETTINGS.openTime());
        assertThatThrownBy(() -> breaker.call("crashing", () -> {
            throw new IllegalStateException("crash");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(succeed("other")).isInstanceOf(Guarded.ShortCircuited.class);
        clock.pass(SETTINGS.probeLease());
        assertThat(succeed("other")).isInstanceOf(Guarded.Answered.class);
    }

    @Test
    void aLateAnswerOfAnOlderEpochChangesNothing() {
        breaker.call("slow", () -> {
            trip();
            clock.pass(SETTINGS.slowCall());
            return "late";
        });

        var open = (Open) state();
        assertThat(open.openings()).isEqualTo(1);
        assertThat(store.load(NAME).orElseThrow().epoch()).isEqualTo(1);
    }

    static Stream<RuntimeException> troubleOfTheStore() {
        return Stream.of(new StorageUnavailable("circuits: down"),
                new IllegalStateException("no access to the table, or an item that nobody wrote"));
    }

    @ParameterizedTest
    @MethodSource("troubleOfTheStore")
    void letsCallsThroughAndSaysSoWhenItsTableIsOutOfReach(RuntimeException trouble) {
        trip();
        store.trouble = trouble;
        heard.clear();

        assertThat(succeed("caller")).isEqualTo(new Guarded.Answered<>("quote"));
        assertThat(heard).containsExactly("unguarded");
    }

    @ParameterizedTest
    @MethodSource("troubleOfTheStore")
    void answersEvenIfTheOutcomeCannotBeRecorded(RuntimeException trouble) {
        fail("first");

        assertThat(breaker.call("slow", () -> {
            clock.pass(SETTINGS.slowCall());
            store.trouble = trouble;
            return "late";
        })).isEqualTo(new Guarded.Answered<>("late"));
        assertThat(heard).containsExactly("unguarded");
    }

    @ParameterizedTest
    @MethodSource("troubleOfTheStore")
    void letsTheProbeThroughIfItsLeaseCannotBeWritten(RuntimeException trouble) {
        trip();
        clock.pass(SETTINGS.openTime());
        heard.clear();
        store.troubleOfReplace = trouble;

        assertThat(succeed("prober")).isEqualTo(new Guarded.Answered<>("quote"));
        assertThat(heard).contains("unguarded").doesNotContain("Closed");
    }

    @Test
    void tellsSinceWhenItIsInItsState() {
        trip();
        var opened = clock.instant();
        clock.pass(SETTINGS.openTime());

        succeed("first");
        var halfOpened = clock.instant();
        clock.pass(Duration.ofSeconds(1));
        succeed("second");

        assertThat(opened).isBefore(halfOpened);
        assertThat(store.load(NAME).orElseThrow().since()).contains(halfOpened);
    }

    @Test
    void aProbeThatIsOutrunByAnotherIsRefused() {
        trip();
        clock.pass(SETTINGS.openTime());
        store.beforeReplace = () -> {
            store.beforeReplace = null;
            succeed("faster");
        };

        assertThat(succeed("slower")).isInstanceOf(Guarded.ShortCircuited.class);
        assertThat(state()).isEqualTo(new HalfOpen(1, 1, Optional.empty()));
    }

    @Test
    void obeysAnOperatorUntilTheOverrideExpires() {
        var hour = clock.instant().plus(Duration.ofHours(1));
        store.override(NAME, new CircuitOverride(CircuitOverride.Kind.FORCED_OPEN,
                clock.instant(), hour, "maintenance", "ada"));
        assertThat(succeed("caller")).isEqualTo(
                new Guarded.ShortCircuited<>(Duration.ofHours(1)));

        clock.pass(Duration.ofHours(1));
        assertThat(succeed("caller")).isInstanceOf(Guarded.Answered.class);
    }

    @Test
    void countsNothingWhileAnOperatorHasDisabledIt() {
        store.override(NAME, new CircuitOverride(CircuitOverride.Kind.DISABLED, clock.instant(),
                clock.instant().plus(Duration.ofHours(1)), "false alarms", "ada"));

        for (int failure = 0; failure < 50; failure++) {
            fail("caller-" + failure);
        }

        assertThat(state()).isEqualTo(new Closed(Window.EMPTY));
    }
}
