package drivetrain.projection;

import drivetrain.eventstore.Segment;
import drivetrain.projection.Step.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Does page after page of one phase of a segment until the time is up, and keeps how far it came. */
record Chunk(ProjectionStates states, long generation, int segment) {

    /** Does one page. */
    @FunctionalInterface
    interface Page {
        SegmentProgress work(Segment segment, SegmentProgress progress, ProjectionState state);
    }

    Step run(Phase phase, Clock clock, Duration budget, Page page) {
        ProjectionState state = states.get();
        Rebuild rebuild = state.rebuildOf(generation).orElse(null);
        if (rebuild == null) {
            return step(state, phase);
        }
        SegmentProgress before = rebuild.segments().get(segment);
        if (before.phase() != phase) {
            return step(state, phase);
        }
        Segment part = new Segment(segment, rebuild.segments().size());
        Instant end = clock.instant().plus(budget);
        SegmentProgress progress = before;
        do {
            progress = page.work(part, progress, state);
        } while (progress.phase() == phase && clock.instant().isBefore(end));
        return step(keep(before, progress), phase);
    }

    /** Only if nobody else has done the same chunk meanwhile: theirs is as good. */
    private ProjectionState keep(SegmentProgress before, SegmentProgress progress) {
        return states.change(state -> state.rebuildOf(generation)
                .filter(rebuild -> rebuild.segments().get(segment).equals(before))
                .map(rebuild -> state.with(rebuild.with(segment, progress))).orElse(state));
    }

    private Step step(ProjectionState state, Phase phase) {
        Rebuild latest = state.rebuild()
                .orElseThrow(() -> new IllegalStateException("nothing was ever rebuilt"));
        if (latest.generation() != generation) {
            return new Step(Outcome.SUPERSEDED, latest, List.of());
        }
        Phase reached = latest.segments().get(segment).phase();
        return new Step(reached == phase ? Outcome.MORE : Outcome.DONE, latest, List.of());
    }
}
