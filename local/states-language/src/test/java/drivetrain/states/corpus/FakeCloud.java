package drivetrain.states.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskResource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Just enough of SQS, SNS and EventBridge for the corpus; the rest is {@link FakeStorage}. */
final class FakeCloud {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Deque<String>> queues = new HashMap<>();
    private final Set<String> topics = new HashSet<>();
    private final FakeStorage storage = new FakeStorage();

    FakeCloud(JsonNode corpusCase) {
        for (JsonNode call : corpusCase.path("setup")) {
            setUp(call.get("service").asText() + ":" + call.get("op").asText(),
                    call.get("params"));
        }
    }

    private void setUp(String operation, JsonNode params) {
        switch (operation) {
            case "sns:create_topic" -> topics.add(params.get("Name").asText());
            case "sns:delete_topic" -> topics.remove(last(params.get("TopicArn").asText()));
            default -> storage.setUp(operation, params);
        }
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** The oldest message that was sent anywhere, or null. */
    String takeMessage() {
        return queues.values().stream().filter(q -> !q.isEmpty()).findFirst().map(Deque::remove)
                .orElse(null);
    }

    CompletionStage<JsonNode> call(TaskCall call) {
        TaskResource.Service service = (TaskResource.Service) call.resource();
        JsonNode arguments = call.arguments();
        return CompletableFuture.completedFuture(switch (service.key()) {
            case "sqs:sendMessage", "aws-sdk:sqs:sendMessage" -> send(arguments);
            case "aws-sdk:sqs:receiveMessage" -> receive(arguments);
            case "aws-sdk:sqs:deleteMessage" -> JSON.objectNode();
            case "sns:publish" -> publish(arguments);
            case "events:putEvents" -> putEvents(arguments);
            default -> storage.call(service, arguments);
        });
    }

    static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private JsonNode send(JsonNode arguments) {
        queues.computeIfAbsent(arguments.get("QueueUrl").asText(), _ -> new ArrayDeque<>())
                .add(text(arguments.get("MessageBody")));
        ObjectNode answer = JSON.objectNode().put("MD5OfMessageBody", "d").put("MessageId", "m");
        if (arguments.has("MessageAttributes")) {
            answer.put("MD5OfMessageAttributes", "d");
        }
        return answer;
    }

    private JsonNode receive(JsonNode arguments) {
        ObjectNode answer = JSON.objectNode();
        Deque<String> queue = queues.get(arguments.get("QueueUrl").asText());
        if (queue != null && !queue.isEmpty()) {
            answer.putArray("Messages").addObject().put("Body", queue.remove())
                    .put("ReceiptHandle", "r").put("MessageId", "m");
        }
        return answer;
    }

    private JsonNode publish(JsonNode arguments) {
        String topic = last(arguments.get("TopicArn").asText());
        if (!topics.contains(topic)) {
            throw new TaskFailure("SNS.NotFoundException", "Topic does not exist (Service: "
                    + "AmazonSNS; Status Code: 404; Error Code: NotFound; Request ID: 0; Proxy: "
                    + "null)");
        }
        ObjectNode answer = JSON.objectNode().put("MessageId", "m");
        if (topic.endsWith(".fifo")) {
            if (!arguments.has("MessageGroupId")) {
                throw new TaskFailure("SNS.InvalidParameterException", "Invalid parameter: The "
                        + "MessageGroupId parameter is required for FIFO topics (Service: "
                        + "AmazonSNS; Status Code: 400; Error Code: InvalidParameter; Request ID: "
                        + "0; Proxy: null)");
            }
            answer.put("SequenceNumber", "1");
        }
        queues.computeIfAbsent(topic, _ -> new ArrayDeque<>())
                .add(text(arguments.get("Message")));
        return answer;
    }

    private static JsonNode putEvents(JsonNode arguments) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode entries = answer.putArray("Entries");
        int failed = 0;
        for (JsonNode entry : arguments.get("Entries")) {
            if (isObject(entry.get("Detail"))) {
                entries.addObject().put("EventId", "e");
            } else {
                entries.addObject().put("ErrorCode", "MalformedDetail").put("ErrorMessage",
                        "Detail is malformed.");
                failed++;
            }
        }
        answer.put("FailedEntryCount", failed);
        if (failed > 0) {
            throw new TaskFailure("EventBridge.FailedEntry", answer.toString());
        }
        return answer;
    }

    private static boolean isObject(JsonNode detail) {
        try {
            return detail.isObject() || MAPPER.readTree(detail.asText()).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
