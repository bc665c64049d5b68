package drivetrain.orders.handlers;

import drivetrain.lambda.LoggedInput;
import io.avaje.jsonb.Json;
import java.util.Map;

/** A segment of a rebuild. Where it stands is kept with the rebuild, not in the workflow. */
@Json
record ViewSegmentInput(long generation, int segment, String correlationId)
        implements
            LoggedInput {
    @Override
    public Map<String, ?> about() {
        return Map.of("generation", generation, "segment", segment);
    }
}
