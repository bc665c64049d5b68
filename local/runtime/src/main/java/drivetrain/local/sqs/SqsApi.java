package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** SQS's operations in its JSON (Amazon SQS API Reference). */
final class SqsApi {
    private static final int BAD_REQUEST = 400;
    private static final int MOST_MESSAGES = 10;
    private static final int LONGEST_WAIT_SECONDS = 20;
    private static final int LONGEST_VISIBILITY_SECONDS = 43_200;

    @FunctionalInterface
    private interface Operation {
        ObjectNode call(JsonNode request);
    }

    private final Queues queues;
    private final Map<String, Operation> operations = new TreeMap<>();

    SqsApi(Queues queues) {
        this.queues = queues;
        operations.put("SendMessage", request -> Sending.send(queue(request), request));
        operations.put("SendMessageBatch", this::sendBatch);
        operations.put("ReceiveMessage", this::receive);
        operations.put("DeleteMessage", request -> delete(queue(request), request));
        operations.put("DeleteMessageBatch",
                request -> Batches.each(request, entry -> delete(queue(request), entry)));
        operations.put("ChangeMessageVisibility",
                request -> changeVisibility(queue(request), request));
        operations.put("ChangeMessageVisibilityBatch", request -> Batches.each(request,
                entry -> changeVisibility(queue(request), entry)));
        operations.put("GetQueueUrl", this::getUrl);
        operations.put("GetQueueAttributes",
                request -> QueueAttributes.of(queue(request), request.path("AttributeNames")));
        operations.put("ListQueues", this::list);
        operations.put("ListDeadLetterSourceQueues", this::listSources);
        operations.put("PurgeQueue", this::purge);
        operations.put("StartMessageMoveTask", this::move);
    }

    JsonNode call(String operation, JsonNode request) {
        var found = operations.get(operation);
        if (found == null) {
            throw new AwsFailure(BAD_REQUEST, "UnknownOperationException", "The local SQS has no "
                    + operation + "; it has " + String.join(", ", operations.keySet()));
        }
        return found.call(request);
    }

    private Queue queue(JsonNode request) {
        return queues.ofUrl(required(request, "QueueUrl"));
    }

    private ObjectNode sendBatch(JsonNode request) {
        var queue = queue(request);
        Sending.checkBatchSize(queue, request);
        return Batches.each(request, entry -> Sending.send(queue, entry));
    }

    private ObjectNode receive(JsonNode request) {
        var queue = queue(request);
        var most = number(request, "MaxNumberOfMessages", 1, 1, MOST_MESSAGES);
        var wait = number(request, "WaitTimeSeconds",
                (int) queue.resource().receiveWait().toSeconds(), 0, LONGEST_WAIT_SECONDS);
        var visibility = number(request, "VisibilityTimeout",
                (int) queue.resource().visibilityTimeout().toSeconds(), 0,
                LONGEST_VISIBILITY_SECONDS);
        try {
            var received = queue.receive(most, Duration.ofSeconds(wait),
                    Duration.ofSeconds(visibility)).join();
            return Received.toJson(received, request);
        } catch (CompletionException closed) {
            throw new AwsFailure(503, "ServiceUnavailable", "the queue is closed");
        }
    }

    private static ObjectNode delete(Queue queue, JsonNode request) {
        queue.delete(required(request, "ReceiptHandle"));
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode changeVisibility(Queue queue, JsonNode request) {
        var handle = required(request, "ReceiptHandle");
        required(request, "VisibilityTimeout");
        var seconds = number(request, "VisibilityTimeout", 0, 0, LONGEST_VISIBILITY_SECONDS);
        if (!queue.changeVisibility(handle, Duration.ofSeconds(seconds))) {
            throw queue.knows(handle)
                    ? new AwsFailure(BAD_REQUEST, "MessageNotInflight",
                            "The message referred to is not in flight.")
                    : new AwsFailure(BAD_REQUEST, "ReceiptHandleIsInvalid",
                            "The input receipt handle is invalid.");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode getUrl(JsonNode request) {
        var queue = queues.named(required(request, "QueueName"));
        return JsonNodeFactory.instance.objectNode().put("QueueUrl", queue.resource().url());
    }

    private ObjectNode list(JsonNode request) {
        var prefix = request.path("QueueNamePrefix").asText("");
        var answer = JsonNodeFactory.instance.objectNode();
        var urls = answer.putArray("QueueUrls");
        queues.all().stream().map(Queue::resource).filter(queue -> queue.name().startsWith(prefix))
                .forEach(queue -> urls.add(queue.url()));
        return answer;
    }

    private ObjectNode listSources(JsonNode request) {
        var deadLetters = queue(request).resource().arn();
        var answer = JsonNodeFactory.instance.objectNode();
        // A lower-case member, unlike that of ListQueues; so it is in the API reference.
        var urls = answer.putArray("queueUrls");
        queues.all().stream().map(Queue::resource)
                .filter(queue -> queue.redrive()
                        .filter(redrive -> redrive.deadLetterArn().equals(deadLetters))
                        .isPresent())
                .forEach(queue -> urls.add(queue.url()));
        return answer;
    }

    private ObjectNode purge(JsonNode request) {
        queue(request).purge();
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode move(JsonNode request) {
        var source = queues.ofArn(required(request, "SourceArn"));
        var given = Optional.ofNullable(request.get("DestinationArn")).map(JsonNode::asText);
        source.moveTo(origin -> given.or(() -> origin).map(queues::ofArn));
        return JsonNodeFactory.instance.objectNode().put("TaskHandle",
                UUID.randomUUID().toString());
    }

    static String required(JsonNode request, String member) {
        var value = request.get(member);
        if (value == null || value.isNull()) {
            throw new AwsFailure(BAD_REQUEST, "MissingParameter",
                    "The request must contain the parameter " + member + ".");
        }
        return value.asText();
    }

    private static int number(JsonNode request, String member, int absent, int least, int most) {
        var value = request.path(member).asInt(absent);
        if (value < least || value > most) {
            throw invalid("Value " + value + " for parameter " + member
                    + " is invalid. Reason: Must be between " + least + " and " + most + ".");
        }
        return value;
    }

    static AwsFailure invalid(String message) {
        return new AwsFailure(BAD_REQUEST, "InvalidParameterValue", message);
    }

    /** The attribute names that a request lists, under any of these members. */
    static List<String> names(JsonNode request, String... members) {
        return Stream.of(members).map(request::path)
                .flatMap(JsonNode::valueStream).map(JsonNode::asText).toList();
    }
}
