package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Checks and sends messages as {@code SendMessage} does. */
final class Sending {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST_DELAY_SECONDS = 900;

    private Sending() {}

    static ObjectNode send(Queue queue, JsonNode request) {
        var draft = draft(request);
        check(queue, draft);
        var receipt = queue.send(draft);
        var answer = JsonNodeFactory.instance.objectNode().put("MessageId", receipt.messageId())
                .put("MD5OfMessageBody", Digests.ofText(draft.body()));
        if (!draft.attributes().isEmpty()) {
            answer.put("MD5OfMessageAttributes", Digests.ofAttributes(draft.attributes()));
        }
        if (queue.resource().fifo()) {
            answer.put("SequenceNumber", Received.sequenceNumber(receipt.sequence()));
        }
        return answer;
    }

    /** All messages of a batch together may be no larger than one alone. */
    static void checkBatchSize(Queue queue, JsonNode request) {
        long bytes = 0;
        for (var entry : request.path("Entries")) {
            bytes += size(entry.path("MessageBody").asText(), entry.path("MessageAttributes"));
        }
        if (bytes > queue.resource().maximumMessageBytes()) {
            throw new AwsFailure(BAD_REQUEST, "BatchRequestTooLong",
                    "Batch requests cannot be longer than "
                            + queue.resource().maximumMessageBytes() + " bytes. You have sent "
                            + bytes + " bytes.");
        }
    }

    private static MessageDraft draft(JsonNode request) {
        var attributes = request.path("MessageAttributes") instanceof ObjectNode given
                ? given
                : JsonNodeFactory.instance.objectNode();
        return new MessageDraft(SqsApi.required(request, "MessageBody"), attributes,
                text(request.path("MessageSystemAttributes").path("AWSTraceHeader"), "StringValue"),
                text(request, "MessageGroupId"), text(request, "MessageDeduplicationId"),
                Optional.ofNullable(request.get("DelaySeconds"))
                        .map(seconds -> delay(seconds.asInt())));
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).map(JsonNode::asText);
    }

    private static Duration delay(int seconds) {
        if (seconds < 0 || seconds > LONGEST_DELAY_SECONDS) {
            throw SqsApi.invalid("Value " + seconds + " for parameter DelaySeconds is invalid. "
                    + "Reason: DelaySeconds must be >= 0 and <= 900.");
        }
        return Duration.ofSeconds(seconds);
    }

    private static void check(Queue queue, MessageDraft draft) {
        var limit = queue.resource().maximumMessageBytes();
        if (draft.body().isEmpty()) {
            throw new AwsFailure(BAD_REQUEST, "MissingParameter",
                    "The request must contain the parameter MessageBody.");
        }
        if (size(draft.body(), draft.attributes()) > limit) {
            throw SqsApi.invalid("One or more parameters are invalid. Reason: Message must be "
                    + "shorter than " + limit + " bytes.");
        }
        if (queue.resource().fifo()) {
            checkGroup(queue, draft);
        }
    }

    private static void checkGroup(Queue queue, MessageDraft draft) {
        if (draft.groupId().isEmpty()) {
            throw new AwsFailure(BAD_REQUEST, "MissingParameter",
                    "The request must contain the parameter MessageGroupId.");
        }
        if (draft.deduplicationId().isEmpty() && !queue.resource().contentBasedDeduplication()) {
            throw SqsApi.invalid("The queue should either have ContentBasedDeduplication enabled "
                    + "or MessageDeduplicationId provided explicitly");
        }
    }

    private static long size(String body, JsonNode attributes) {
        long bytes = body.getBytes(StandardCharsets.UTF_8).length;
        for (var attribute : attributes.properties()) {
            bytes += attribute.getKey().length();
            for (var value : attribute.getValue()) {
                bytes += value.asText().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return bytes;
    }
}
