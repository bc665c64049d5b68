package drivetrain.lambda;

import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * What every event on the bus tells of itself.
 *
 * @param eventId the same however often the event is published
 * @param schemaVersion the version of the event's schema, from 1
 * @param occurredAt when it became true
 * @param version the version of the aggregate that it belongs to; grows by the order of events
 */
@Json
public record EventMetadata(String eventId, int schemaVersion, Instant occurredAt,
        String correlationId, long version) {}
