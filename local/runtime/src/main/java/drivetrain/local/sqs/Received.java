package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Messages as {@code ReceiveMessage} answers them. */
final class Received {
    private static final String SENDER = "AIDALOCALRUNTIME";

    private Received() {}

    static ObjectNode toJson(List<Message> messages, JsonNode request) {
        var system = SqsApi.names(request, "MessageSystemAttributeNames", "AttributeNames");
        var custom = SqsApi.names(request, "MessageAttributeNames");
        var answer = JsonNodeFactory.instance.objectNode();
        if (!messages.isEmpty()) {
            var list = answer.putArray("Messages");
            messages.forEach(message -> list.add(toJson(message, system, custom)));
        }
        return answer;
    }

    private static ObjectNode toJson(Message message, List<String> system, List<String> custom) {
        var body = message.content().body();
        var json = JsonNodeFactory.instance.objectNode().put("MessageId", message.id())
                .put("ReceiptHandle", message.receiptHandle())
                .put("MD5OfBody", Digests.ofText(body)).put("Body", body);
        var attributes = systemAttributes(message);
        if (!system.contains("All")) {
            attributes.retain(system);
        }
        if (!attributes.isEmpty()) {
            json.set("Attributes", attributes);
        }
        var asked = chosen(message.content().attributes(), custom);
        if (!asked.isEmpty()) {
            json.put("MD5OfMessageAttributes", Digests.ofAttributes(asked));
            json.set("MessageAttributes", asked);
        }
        return json;
    }

    private static ObjectNode chosen(ObjectNode attributes, List<String> names) {
        var chosen = JsonNodeFactory.instance.objectNode();
        attributes.properties().stream()
                .filter(entry -> names.stream().anyMatch(asked -> matches(asked, entry.getKey())))
                .forEach(entry -> chosen.set(entry.getKey(), entry.getValue()));
        return chosen;
    }

    private static boolean matches(String asked, String name) {
        return asked.equals("All") || asked.equals(name)
                || (asked.endsWith(".*")
                        && name.startsWith(asked.substring(0, asked.length() - 2)));
    }

    /** The attributes that SQS itself keeps of a message. */
    static ObjectNode systemAttributes(Message message) {
        var attributes = JsonNodeFactory.instance.objectNode()
                .put("ApproximateReceiveCount", Integer.toString(message.receiveCount()))
                .put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()))
                .put("SenderId", SENDER).put("ApproximateFirstReceiveTimestamp",
                        Long.toString(message.firstReceivedAt().toEpochMilli()));
        var content = message.content();
        content.traceHeader().ifPresent(trace -> attributes.put("AWSTraceHeader", trace));
        message.deadLetterSource()
                .ifPresent(arn -> attributes.put("DeadLetterQueueSourceArn", arn));
        content.groupId().ifPresent(group -> attributes.put("MessageGroupId", group)
                .put("SequenceNumber", sequenceNumber(message.sequence())));
        content.deduplicationId().ifPresent(id -> attributes.put("MessageDeduplicationId", id));
        return attributes;
    }

    static String sequenceNumber(long sequence) {
        return String.format("%020d", sequence);
    }
}
