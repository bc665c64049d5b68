package drivetrain.lambda;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/**
 * An event as EventBridge delivers it.
 *
 * @param id EventBridge's own id: another one each time the event is published
 * @param source who published it: {@code drivetrain.orders}
 * @param detailType what happened: {@code OrderPlaced}
 * @param detail the detail's JSON, as text
 */
@Json
public record BusEvent(String id, String source,
        @Json.Property("detail-type") String detailType, @Json.Raw String detail) {
    private static final JsonType<BusEvent> TYPE = JsonTypes.tolerant(BusEvent.class);

    /** Reads an event, such as the body of a queue's message. */
    public static BusEvent fromJson(String json) {
        return TYPE.fromJson(json);
    }

    /**
     * The id of the request that caused it: its metadata's if it is ours, that of the input if an
     * execution of a workflow has changed its status, and else the bus's own id.
     */
    public String correlationId() {
        return Flow.of(detail).orElse(id);
    }

    /** The detail of an event of ours. */
    public EventDetail ours() {
        return EventDetail.fromJson(detail);
    }
}
