package drivetrain.orders.handlers;

import drivetrain.lambda.TaskOutput;
import drivetrain.projection.Rebuild;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The rebuild that is under way: what it builds, and the numbers of its segments. */
@Json
record ViewRebuildOutput(String outcome, long generation, List<Integer> segments)
        implements
            TaskOutput {
    static ViewRebuildOutput of(Rebuild rebuild) {
        return new ViewRebuildOutput("BEGUN", rebuild.generation(),
                IntStream.range(0, rebuild.segments().size()).boxed().toList());
    }

    @Override
    public Map<String, ?> figures() {
        return Map.of("generation", generation, "segments", segments.size());
    }
}
