package drivetrain.circuitbreaker;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Lease;
import drivetrain.circuitbreaker.CircuitState.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of circuits must do. */
abstract class CircuitStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final CircuitSettings SETTINGS = CircuitSettings.defaults();

    abstract CircuitStore store();

    /** Another one for each test, so that tests may share a table. */
    private final String name = "carrier#" + System.nanoTime();

    @Test
    void knowsNothingOfACircuitThatNeverFailed() {
        assertThat(store().load(name)).isEmpty();
    }

    @Test
    void countsFailuresOfOneWindowTogether() {
        store().countFailure(name, 0, "caller-1", SETTINGS, NOW);
        store().countFailure(name, 0, "caller-1", SETTINGS, NOW.plusSeconds(1));
        var counted = store().countFailure(name, 0, "caller-2", SETTINGS, NOW.plusSeconds(2));

        assertThat(counted).contains(new Circuit(name, 0,
                new Closed(new Window(NOW, 3, 0, Set.of("caller-1", "caller-2"))),
                Optional.empty(), Optional.empty()));
        assertThat(store().load(name)).isEqualTo(counted);
    }

    @Test
    void beginsANewWindowWhenTheOldOneIsOver() {
        store().countFailure(name, 0, "caller-1", SETTINGS, NOW);
        var later = NOW.plus(SETTINGS.window());
        var counted = store().countFailure(name, 0, "caller-2", SETTINGS, later);

        assertThat(counted.orElseThrow().state())
                .isEqualTo(new Closed(new Window(later, 1, 0, Set.of("caller-2"))));
    }

    @Test
    void countsSuccessesOfTheSameEpochAndWindowOnly() {
        store().countFailure(name, 0, "caller-1", SETTINGS, NOW);

        store().countSuccesses(name, 0, NOW, 10);
        store().countSuccesses(name, 0, NOW.plusSeconds(1), 10);
        store().countSuccesses(name, 1, NOW, 10);

        assertThat(store().load(name).orElseThrow().state())
                .isEqualTo(new Closed(new Window(NOW, 1, 10, Set.of("caller-1"))));
    }

    @Test
    void replacesJustWhatItsWriterSaw() {
        var open = circuit(1, new Open(NOW.plusSeconds(15), 1));
        var probing = circuit(2,
                new HalfOpen(1, 0, Optional.of(new Lease("a", NOW.plusSeconds(40)))));
        var probed = circuit(3, new HalfOpen(1, 1, Optional.empty()));

        assertThat(store().replace(0, open)).isTrue();
        assertThat(store().replace(0, open)).isFalse();
        assertThat(store().load(name)).contains(open);
        assertThat(store().replace(1, probing)).isTrue();
        assertThat(store().replace(1, probing)).isFalse();
        assertThat(store().load(name)).contains(probing);
        assertThat(store().replace(2, probed)).isTrue();
        assertThat(store().load(name)).contains(probed);
    }

    @Test
    void ignoresFailuresOfAnOlderEpochAndOfAnOpenCircuit() {
        store().replace(0, circuit(1, new Open(NOW, 1)));

        assertThat(store().countFailure(name, 0, "late", SETTINGS, NOW)).isEmpty();
        assertThat(store().countFailure(name, 1, "early", SETTINGS, NOW)).isEmpty();
        assertThat(store().load(name).orElseThrow().state()).isEqualTo(new Open(NOW, 1));
    }

    @Test
    void clearsTheCountsWhenItCloses() {
        store().countFailure(name, 0, "caller-1", SETTINGS, NOW);
        store().replace(0, circuit(1, new Open(NOW, 1)));
        var closed = circuit(2, new Closed(Window.EMPTY));

        store().replace(1, closed);

        assertThat(store().load(name)).contains(closed);
        assertThat(store().countFailure(name, 2, "caller-1", SETTINGS, NOW)).isPresent();
    }

    @Test
    void keepsAnOverrideThroughEveryWriteUntilItIsTakenBack() {
        var forced = override(CircuitOverride.Kind.FORCED_OPEN, "maintenance");

        store().override(name, forced);
        store().countFailure(name, 0, "caller-1", SETTINGS, NOW);
        store().replace(0, circuit(1, new Open(NOW, 1)));
        assertThat(store().load(name).orElseThrow().override()).contains(forced);
        assertThat(store().list()).extracting(Circuit::name).contains(name);

        store().endOverride(name, "grace", NOW);
        assertThat(store().load(name)).contains(circuit(1, new Open(NOW, 1)));
    }

    @Test
    void keepsTheLastOfSeveralOverridesAlone() {
        var disabled = override(CircuitOverride.Kind.DISABLED, "false alarms");

        store().override(name, override(CircuitOverride.Kind.FORCED_OPEN, "maintenance"));
        store().override(name, disabled);

        assertThat(store().load(name)).contains(new Circuit(name, 0, new Closed(Window.EMPTY),
                Optional.empty(), Optional.of(disabled)));
    }

    @Test
    void takesBackNothingWhereNothingIs() {
        store().endOverride(name, "grace", NOW);

        assertThat(store().load(name)).isEmpty();
    }

    private Circuit circuit(long epoch, CircuitState state) {
        return new Circuit(name, epoch, state, Optional.of(NOW), Optional.empty());
    }

    private static CircuitOverride override(CircuitOverride.Kind kind, String reason) {
        return new CircuitOverride(kind, NOW, NOW.plus(Duration.ofHours(1)), reason, "ada");
    }
}
