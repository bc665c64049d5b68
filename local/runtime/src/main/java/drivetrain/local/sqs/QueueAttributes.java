package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code GetQueueAttributes} answers. */
final class QueueAttributes {
    private QueueAttributes() {}

    static ObjectNode of(Queue queue, JsonNode names) {
        var all = all(queue);
        var asked = names.valueStream().map(JsonNode::asText).toList();
        if (!asked.contains("All")) {
            all.retain(asked);
        }
        var answer = JsonNodeFactory.instance.objectNode();
        if (!all.isEmpty()) {
            answer.set("Attributes", all);
        }
        return answer;
    }

    private static ObjectNode all(Queue queue) {
        var resource = queue.resource();
        var counts = queue.counts();
        var all = JsonNodeFactory.instance.objectNode().put("QueueArn", resource.arn())
                .put("ApproximateNumberOfMessages", text(counts.available()))
                .put("ApproximateNumberOfMessagesNotVisible", text(counts.inFlight()))
                .put("ApproximateNumberOfMessagesDelayed", text(counts.delayed()))
                .put("VisibilityTimeout", text(resource.visibilityTimeout().toSeconds()))
                .put("MaximumMessageSize", text(resource.maximumMessageBytes()))
                .put("MessageRetentionPeriod", text(resource.messageRetention().toSeconds()))
                .put("DelaySeconds", text(resource.delay().toSeconds()))
                .put("ReceiveMessageWaitTimeSeconds", text(resource.receiveWait().toSeconds()));
        if (resource.fifo()) {
            all.put("FifoQueue", "true").put("ContentBasedDeduplication",
                    Boolean.toString(resource.contentBasedDeduplication()));
        }
        resource.redrive()
                .ifPresent(redrive -> all.put("RedrivePolicy",
                        JsonNodeFactory.instance.objectNode()
                                .put("deadLetterTargetArn", redrive.deadLetterArn())
                                .put("maxReceiveCount", redrive.maxReceiveCount()).toString()));
        return all;
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
