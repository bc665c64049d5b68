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

/** Just enough of SQS, SNS, EventBridge, DynamoDB and S3 for the corpus. */
final class FakeCloud {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Deque<String>> queues = new HashMap<>();
    private final Set<String> topics = new HashSet<>();
    private final Map<String, JsonNode> items = new HashMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Map<String, String> objects = new HashMap<>();

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
            case "dynamodb:create_table" -> tables.add(params.get("TableName").asText());
            case "s3:put_object" -> objects.put(objectKey(params), params.path("Body").asText());
            default -> {
                // Queues are made when they are used; the rest needs nothing.
            }
        }
    }

    private static String objectKey(JsonNode params) {
        return params.path("Bucket").asText() + "/" + params.path("Key").asText();
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
            case "dynamodb:putItem", "aws-sdk:dynamodb:putItem" -> putItem(service, arguments);
            case "dynamodb:getItem", "aws-sdk:dynamodb:getItem" -> getItem(arguments);
            case "dynamodb:updateItem" -> updateItem(arguments);
            case "dynamodb:deleteItem" -> JSON.objectNode();
            case "s3:getObject", "aws-sdk:s3:getObject" -> getObject(arguments);
            case "aws-sdk:s3:putObject", "s3:putObject" -> putObject(arguments);
            case "s3:listObjectsV2" -> listObjects(arguments);
            default -> throw new TaskFailure("Fake.Unsupported", service.key());
        });
    }

    private static String text(JsonNode value) {
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

    private JsonNode putItem(TaskResource.Service service, JsonNode arguments) {
        String table = arguments.path("TableName").asText();
        String prefix = service.service().equals("dynamodb") ? "DynamoDB." : "DynamoDb.";
        if (!arguments.hasNonNull("Item")) {
            throw new TaskFailure("DynamoDb.DynamoDbException", "1 validation error detected: "
                    + "Value null at 'item' failed to satisfy constraint: Member must not be null "
                    + "(Service: DynamoDb, Status Code: 400, Request ID: 0)");
        }
        if (table.startsWith("/")) {
            throw new TaskFailure(prefix + "AmazonDynamoDBException", "1 validation error "
                    + "detected: Value '" + table + "' at 'tableName' failed to satisfy constraint:"
                    + " Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ (Service: "
                    + "AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException; "
                    + "Request ID: 0; Proxy: null)");
        }
        if (!tables.contains(table)) {
            throw new TaskFailure(prefix + "ResourceNotFoundException", "Requested resource not "
                    + "found (Service: DynamoDb, Status Code: 400, Request ID: 0)");
        }
        items.put(table, arguments.get("Item"));
        return JSON.objectNode();
    }

    private JsonNode getItem(JsonNode arguments) {
        ObjectNode answer = JSON.objectNode();
        JsonNode item = items.get(arguments.path("TableName").asText());
        return item == null ? answer : answer.set("Item", item);
    }

    private JsonNode updateItem(JsonNode arguments) {
        ObjectNode item = items.get(arguments.path("TableName").asText()).deepCopy();
        JsonNode value = arguments.path("ExpressionAttributeValues").path(":r");
        item.set("S", value);
        items.put(arguments.path("TableName").asText(), item);
        ObjectNode answer = JSON.objectNode();
        answer.putObject("Attributes").set("S", value);
        return answer;
    }

    private JsonNode getObject(JsonNode arguments) {
        String body = objects.get(objectKey(arguments));
        if (body == null) {
            throw new TaskFailure("S3.NoSuchKeyException", "The specified key does not exist.");
        }
        return JSON.objectNode().put("Body", body);
    }

    private JsonNode putObject(JsonNode arguments) {
        objects.put(objectKey(arguments), text(arguments.get("Body")));
        return JSON.objectNode();
    }

    private JsonNode listObjects(JsonNode arguments) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode contents = answer.putArray("Contents");
        String bucket = arguments.path("Bucket").asText() + "/";
        objects.keySet().stream().filter(key -> key.startsWith(bucket)).sorted()
                .forEach(key -> contents.addObject().put("Key", key.substring(bucket.length())));
        return answer;
    }
}
