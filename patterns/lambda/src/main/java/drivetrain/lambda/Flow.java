package drivetrain.lambda;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.Optional;

/**
 * Where the detail of an event names the request that caused it.
 *
 * @param metadata of an event of ours
 * @param input of an execution, as text (Step Functions developer guide, "Automating Step Functions
 *     event delivery with EventBridge")
 */
@Json
record Flow(Cause metadata, String input) {
    private static final JsonType<Flow> TYPE = JsonTypes.tolerant(Flow.class);
    private static final JsonType<Cause> INPUT = JsonTypes.tolerant(Cause.class);

    /** What carries the id. */
    @Json
    record Cause(String correlationId) {}

    /** The id, if the detail has one. */
    static Optional<String> of(String detail) {
        if (detail == null) {
            return Optional.empty();
        }
        try {
            var flow = TYPE.fromJson(detail);
            return Optional.ofNullable(flow).flatMap(Flow::cause).map(Cause::correlationId);
        } catch (JsonException ofAnotherShape) {
            return Optional.empty();
        }
    }

    private Optional<Cause> cause() {
        return Optional.ofNullable(metadata)
                .or(() -> Optional.ofNullable(input).map(INPUT::fromJson));
    }
}
