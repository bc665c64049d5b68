package drivetrain.states.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One event of a history.
 *
 * @param id counts from 1 without gaps
 * @param previousEventId the event that led to this one, 0 for the first
 * @param timestamp when it happened
 * @param type what happened
 * @param details by the names of the API Reference; {@code input}, {@code output} and
 *        {@code parameters} are JSON values here, and text on the wire
 */
public record HistoryEvent(long id, long previousEventId, Instant timestamp, EventType type,
        Map<String, JsonNode> details) {

    private static final Set<String> PAYLOADS = Set.of("input", "output");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Refuses nulls. */
    public HistoryEvent {
        Objects.requireNonNull(timestamp);
        Objects.requireNonNull(type);
        Objects.requireNonNull(details);
    }

    /**
     * A detail.
     *
     * @param name as in {@link #details()}
     * @return null where the event has no such detail
     */
    public JsonNode detail(String name) {
        return details.get(name);
    }

    /**
     * The event as GetExecutionHistory writes it; the timestamp is in seconds with a fraction.
     *
     * @return a new object
     */
    public ObjectNode toJson() {
        ObjectNode event = JSON.objectNode();
        event.put("timestamp", timestamp.toEpochMilli() / 1000.0);
        event.put("type", type.name());
        event.put("id", id);
        event.put("previousEventId", previousEventId);
        if (!details.isEmpty()) {
            event.set(type.detailsKey(), detailsJson());
        }
        return event;
    }

    private ObjectNode detailsJson() {
        ObjectNode json = JSON.objectNode();
        details.forEach((name, value) -> {
            if (PAYLOADS.contains(name)) {
                json.put(name, value.toString());
                json.set(name + "Details", JSON.objectNode().put("truncated", false));
            } else if (name.equals("parameters")) {
                json.put(name, value.toString());
            } else if (name.equals("assignedVariables")) {
                json.set(name, texts(value));
                json.set(name + "Details", JSON.objectNode().put("truncated", false));
            } else {
                json.set(name, value);
            }
        });
        return json;
    }

    private static ObjectNode texts(JsonNode values) {
        ObjectNode texts = JSON.objectNode();
        values.properties().forEach(e -> texts.put(e.getKey(), e.getValue().toString()));
        return texts;
    }
}
