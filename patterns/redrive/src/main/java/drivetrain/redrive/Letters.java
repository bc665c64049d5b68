package drivetrain.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Tells the kinds of dead letters apart.
 *
 * <p>Sources: Lambda developer guide, "Retaining discarded records for a DynamoDB event source" and
 * "Capturing records of Lambda asynchronous invocations"; EventBridge user guide, "Using dead-letter
 * queues to process undelivered events", message attributes.
 */
final class Letters {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "TARGET_ARN";

    private Letters() {}

    static Letter read(Message message) {
        var target = message.messageAttributes().get(TARGET);
        if (target != null) {
            return new Letter.Delivery(target.stringValue(), message.body());
        }
        var body = parse(message.body());
        var function = body.path("requestContext").path("functionArn").asText();
        if (!function.isEmpty() && body.has("DDBStreamBatchInfo")) {
            return range(function, body.path("DDBStreamBatchInfo"));
        }
        return !function.isEmpty() && body.has("requestPayload")
                ? new Letter.Invocation(function, body.path("requestPayload").toString())
                : new Letter.Message(message.body());
    }

    private static Letter.StreamRange range(String function, JsonNode batch) {
        return new Letter.StreamRange(function, batch.path("streamArn").asText(),
                batch.path("shardId").asText(), batch.path("startSequenceNumber").asText(),
                batch.path("endSequenceNumber").asText());
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException someText) {
            return MissingNode.getInstance();
        }
    }
}
