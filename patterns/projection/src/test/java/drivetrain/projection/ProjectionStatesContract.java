package drivetrain.projection;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.projection.Rebuild.Status;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What whoever keeps a projection's state promises; run in memory and on DynamoDB Local. */
abstract class ProjectionStatesContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** The state of a projection that was never rebuilt. */
    abstract ProjectionStates fresh();

    private final ProjectionStates states = fresh();

    @Test
    void beginsWithTheFirstGeneration() {
        assertThat(states.get()).isEqualTo(ProjectionState.FIRST);
        assertThat(states.get().generations()).isEqualTo(new Generations(1, Optional.empty()));
    }

    @Test
    void readsBackARebuildWithAllThatItHasFound() {
        var found = Comparison.NONE.plus("a", AttributeValue.fromS("x"), AttributeValue.fromS("y"));
        var state = ProjectionState.FIRST.begin(3, 1_000, NOW);
        states.save(state);

        var rebuild = state.underWay().orElseThrow()
                .with(1, SegmentProgress.START.built(30, 4, Optional.of("7/a")))
                .with(2, SegmentProgress.START.built(20, 2, Optional.empty())
                        .compared(found, Optional.empty()).dropped(2, Optional.empty()));
        assertThat(states.save(state.with(rebuild))).isTrue();

        assertThat(states.get()).isEqualTo(state.with(rebuild));
        assertThat(states.get().generations()).isEqualTo(new Generations(1, Optional.of(2L)));
    }

    @Test
    void refusesAChangeOfARevisionThatIsNotTheLatest() {
        var first = ProjectionState.FIRST.begin(1, 10, NOW);
        assertThat(states.save(first)).isTrue();

        assertThat(states.save(ProjectionState.FIRST.begin(2, 10, NOW))).isFalse();
        assertThat(states.get()).isEqualTo(first);
    }

    @Test
    void changesAnewWhenSomebodyWasFaster() {
        var attempts = new int[1];

        states.change(state -> {
            if (attempts[0]++ == 0) {
                states.save(state.begin(1, 10, NOW));
            }
            return state.begin(4, 10, NOW);
        });

        assertThat(attempts[0]).isEqualTo(2);
        assertThat(states.get().underWay().orElseThrow().generation()).isEqualTo(3);
    }

    @Test
    void numbersNoGenerationTwice() {
        states.change(state -> state.begin(1, 10, NOW));
        states.change(state -> state
                .conclude(state.underWay().orElseThrow().concluded(Status.ABANDONED)));
        assertThat(states.get().generations()).isEqualTo(new Generations(1, Optional.empty()));

        states.change(state -> state.begin(1, 10, NOW));
        assertThat(states.get().generations()).isEqualTo(new Generations(1, Optional.of(3L)));
        states.change(state -> state
                .conclude(state.underWay().orElseThrow().concluded(Status.SWITCHED)));
        assertThat(states.get().generations()).isEqualTo(new Generations(3, Optional.empty()));
    }
}
