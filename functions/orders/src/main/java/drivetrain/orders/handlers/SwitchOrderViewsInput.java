package drivetrain.orders.handlers;

import drivetrain.lambda.LoggedInput;
import io.avaje.jsonb.Json;
import java.util.Map;

/** Which generation to show, and whether also if some of its views differ from the live ones. */
@Json
record SwitchOrderViewsInput(long generation, boolean evenIfDifferent, String correlationId)
        implements
            LoggedInput {
    @Override
    public Map<String, ?> about() {
        return Map.of("generation", generation);
    }
}
