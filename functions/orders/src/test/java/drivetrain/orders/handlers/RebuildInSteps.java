package drivetrain.orders.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.projection.Phase;
import drivetrain.projection.Rebuild;
import drivetrain.projection.Rebuild.Status;
import drivetrain.projection.Step;
import drivetrain.projection.Step.Outcome;
import drivetrain.projection.ViewRebuild;
import java.util.Optional;

/** What the workflow {@code rebuild-order-views} does, one call at a time, again and again. */
final class RebuildInSteps {
    private final ViewRebuild rebuild;
    private final int segments;
    private Optional<Rebuild> running = Optional.empty();
    private Phase phase = Phase.BUILDING;
    private int segment;
    private long switched;
    private boolean busy;

    RebuildInSteps(ViewRebuild rebuild, int segments) {
        this.rebuild = rebuild;
        this.segments = segments;
    }

    /** The next call, unless this is in the middle of one. */
    void step() {
        if (busy) {
            return;
        }
        busy = true;
        try {
            call();
        } finally {
            busy = false;
        }
    }

    private void call() {
        if (running.isEmpty()) {
            running = Optional.of(rebuild.begin(segments));
            phase = Phase.BUILDING;
            segment = 0;
            return;
        }
        long generation = running.get().generation();
        Step step = switch (phase) {
            case BUILDING -> rebuild.build(generation, segment);
            case COMPARING -> rebuild.compare(generation, segment);
            case DROPPING, DONE -> rebuild.drop(generation, segment);
        };
        if (step.outcome() == Outcome.DONE) {
            goOn(generation);
        }
    }

    private void goOn(long generation) {
        segment++;
        if (segment < segments) {
            return;
        }
        segment = 0;
        switch (phase) {
            case BUILDING -> phase = Phase.COMPARING;
            case COMPARING -> {
                conclude(generation);
                phase = Phase.DROPPING;
            }
            case DROPPING, DONE -> running = Optional.empty();
        }
    }

    private void conclude(long generation) {
        var concluded = rebuild.conclude(generation, false).orElseThrow();
        assertThat(concluded.comparison().differing()).isZero();
        assertThat(concluded.comparison().built()).isEqualTo(concluded.comparison().live());
        assertThat(concluded.status()).isEqualTo(Status.SWITCHED);
        switched++;
    }

    /** Calls until one more rebuild has gone through to its end. */
    void finish() {
        long before = switched;
        while (running.isPresent() || switched == before) {
            step();
        }
    }

    long switched() {
        return switched;
    }
}
