package drivetrain.lambda;

import io.avaje.jsonb.Json;

/**
 * A message of an SQS queue.
 *
 * @param body the text that was sent
 */
@Json
public record QueueMessage(String messageId, String body) {}
