package drivetrain.eventstore;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event to be appended: all of a {@link StoredEvent} but its place.
 *
 * @param type the event's name
 * @param schemaVersion the version of the shape of {@code data}, from 1
 * @param occurredAt when it was decided
 * @param correlationId the request that it goes back to
 * @param data the event's own fields, as text
 */
public record NewEvent(String type, int schemaVersion, Instant occurredAt, String correlationId,
        String data) {
    public NewEvent {
        requireNonNull(type, "type");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(correlationId, "correlationId");
        requireNonNull(data, "data");
    }
}
