package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * A message to send.
 *
 * @param attributes
 *            as in SQS's JSON: {@code {name: {DataType, StringValue | BinaryValue}}}
 * @param delay
 *            until it can be received; empty for the queue's own
 */
public record MessageDraft(String body, ObjectNode attributes, Optional<String> traceHeader,
        Optional<String> groupId, Optional<String> deduplicationId, Optional<Duration> delay) {
    /** A message that is nothing but its text. */
    public static MessageDraft of(String body) {
        return new MessageDraft(body, JsonNodeFactory.instance.objectNode(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with other attributes. */
    public MessageDraft withAttributes(ObjectNode others) {
        return new MessageDraft(body, others, traceHeader, groupId, deduplicationId, delay);
    }

    /** The same in a message group of a FIFO queue, with a deduplication id. */
    public MessageDraft inGroup(String group, String deduplication) {
        return new MessageDraft(body, attributes, traceHeader, Optional.of(group),
                Optional.of(deduplication), delay);
    }
}
