package drivetrain.orders.handlers;

import drivetrain.lambda.LoggedInput;
import io.avaje.jsonb.Json;
import java.util.Map;

/** Into how many segments the work is split, if no rebuild is under way. */
@Json
record BeginViewRebuildInput(int segments, String correlationId) implements LoggedInput {
    @Override
    public Map<String, ?> about() {
        return Map.of("segments", segments);
    }
}
