package drivetrain.eventstore;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One event of a stream, as the log holds it: immutable, at a version of its own.
 *
 * @param streamId the aggregate's id
 * @param version 1 for the first event of the stream, then without gaps
 * @param type the event's name, such as {@code OrderPlaced}
 * @param schemaVersion the version of the shape of {@code data}, from 1
 * @param occurredAt when it was decided
 * @param correlationId the request that it goes back to
 * @param data the event's own fields, as text
 */
public record StoredEvent(String streamId, long version, String type, int schemaVersion,
        Instant occurredAt, String correlationId, String data) {
    public StoredEvent {
        requireNonNull(streamId, "streamId");
        requireNonNull(type, "type");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(correlationId, "correlationId");
        requireNonNull(data, "data");
        if (version < 1 || schemaVersion < 1) {
            throw new IllegalArgumentException(
                    "versions count from 1: " + type + " " + version + "/" + schemaVersion);
        }
    }

    static StoredEvent of(String streamId, long version, NewEvent event) {
        return new StoredEvent(streamId, version, event.type(), event.schemaVersion(),
                event.occurredAt(), event.correlationId(), event.data());
    }

    /** The same event in a newer shape, as an {@link Upcaster} answers it. */
    public StoredEvent reshaped(String newType, int newSchemaVersion, String newData) {
        return new StoredEvent(streamId, version, newType, newSchemaVersion, occurredAt,
                correlationId, newData);
    }
}
