package drivetrain.lambda;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.util.Optional;

/**
 * A message of an SQS queue.
 *
 * @param body the text that was sent
 */
@Json
public record QueueMessage(String messageId, String body) {
    /** The id of the request that caused the event in its body; else the message's own id. */
    String correlationId() {
        try {
            return Optional.ofNullable(BusEvent.fromJson(body)).map(BusEvent::correlationId)
                    .orElse(messageId);
        } catch (JsonException noEvent) {
            return messageId;
        }
    }
}
