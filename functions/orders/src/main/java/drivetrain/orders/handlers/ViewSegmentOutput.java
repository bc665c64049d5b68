package drivetrain.orders.handlers;

import drivetrain.lambda.TaskOutput;
import drivetrain.projection.Step;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;

/**
 * Whether the segment needs more calls, and how far the whole rebuild is.
 *
 * @param done how many events of the log were gone through
 * @param total how many it had when the rebuild began, roughly
 * @param differing the ids of some views that this call found to differ
 */
@Json
record ViewSegmentOutput(String outcome, long done, long total, long built, long compared,
        long dropped, List<String> differing) implements TaskOutput {
    static ViewSegmentOutput of(Step step) {
        var rebuild = step.rebuild();
        return new ViewSegmentOutput(step.outcome().name(), rebuild.eventsRead(),
                rebuild.eventsInLog(), rebuild.viewsBuilt(), rebuild.comparison().compared(),
                rebuild.viewsDropped(), step.differing());
    }

    @Override
    public Map<String, ?> figures() {
        return Map.of("done", done, "total", total, "built", built, "compared", compared,
                "dropped", dropped, "differing", differing);
    }
}
