package drivetrain.lambda;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/**
 * The detail of an event on the bus.
 *
 * @param data the event's own JSON object, as text
 */
@Json
public record EventDetail(EventMetadata metadata, @Json.Raw String data) {
    private static final JsonType<EventDetail> TYPE = JsonTypes.tolerant(EventDetail.class);

    /**
     * Reads a detail.
     *
     * @throws RuntimeException when it has no metadata or no data
     */
    public static EventDetail fromJson(String json) {
        var detail = TYPE.fromJson(json);
        if (detail.metadata() == null || detail.data() == null) {
            throw new IllegalArgumentException("an event needs metadata and data");
        }
        return detail;
    }

    public String toJson() {
        return TYPE.toJson(new EventDetail(metadata, RawJson.ascii(data)));
    }
}
