package drivetrain.local.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.sqs.Message;
import drivetrain.local.sqs.MessageText;

/**
 * Messages as functions get them. Source: AWS Lambda Developer Guide, "Using Lambda with Amazon
 * SQS", example events.
 */
final class QueueEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private QueueEvent() {}

    static ObjectNode of(Message message, String queueArn) {
        var event = JsonNodeFactory.instance.objectNode().put("messageId", message.id())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.content().body());
        event.set("attributes", MessageText.systemAttributes(message));
        event.set("messageAttributes", attributes(message.content().attributes()));
        return event.put("md5OfBody", MessageText.md5(message.content().body()))
                .put("eventSource", "aws:sqs").put("eventSourceARN", queueArn)
                .put("awsRegion", queueArn.split(":", -1)[3]);
    }

    /** What filters see: the same with its body as JSON, where it is JSON. */
    static ObjectNode forFilter(ObjectNode event) {
        var seen = event.objectNode().setAll(event);
        var filtered = (ObjectNode) seen;
        filtered.set("body", body(event.path("body").asText()));
        return filtered;
    }

    private static JsonNode body(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static ObjectNode attributes(ObjectNode sent) {
        var attributes = JsonNodeFactory.instance.objectNode();
        sent.properties().forEach(entry -> attributes.set(entry.getKey(),
                attribute(entry.getValue())));
        return attributes;
    }

    private static ObjectNode attribute(JsonNode sent) {
        var attribute = JsonNodeFactory.instance.objectNode();
        if (sent.has("StringValue")) {
            attribute.set("stringValue", sent.get("StringValue"));
        } else {
            attribute.set("binaryValue", sent.get("BinaryValue"));
        }
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        attribute.set("dataType", sent.get("DataType"));
        return attribute;
    }
}
