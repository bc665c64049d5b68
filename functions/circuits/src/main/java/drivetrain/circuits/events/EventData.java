package drivetrain.circuits.events;

import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import java.time.Instant;

/** What the events of circuits carry; {@code events/schemas} describes each. */
public sealed interface EventData {
    /**
     * It opened.
     *
     * @param openings how often in a row, without having closed
     */
    @Json
    record Opened(String circuit, String state, long epoch, Instant openUntil, int openings)
            implements
                EventData {}

    @Json
    record HalfOpened(String circuit, String state, long epoch, int openings)
            implements
                EventData {}

    @Json
    record Closed(String circuit, String state, long epoch) implements EventData {}

    @Json
    record Overridden(String circuit, String state, long epoch, String mode, String reason,
            String by, Instant until) implements EventData {}

    @Json
    record OverrideEnded(String circuit, String state, long epoch, String by)
            implements
                EventData {}

    static String json(EventData data) {
        return switch (data) {
            case Opened opened -> JsonTypes.strict(Opened.class).toJson(opened);
            case HalfOpened probed -> JsonTypes.strict(HalfOpened.class).toJson(probed);
            case Closed closed -> JsonTypes.strict(Closed.class).toJson(closed);
            case Overridden decided -> JsonTypes.strict(Overridden.class).toJson(decided);
            case OverrideEnded ended -> JsonTypes.strict(OverrideEnded.class).toJson(ended);
        };
    }
}
