package drivetrain.states.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.expression.Digests;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskResource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Just enough of DynamoDB, S3 and Secrets Manager for the corpus. */
final class FakeStorage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, JsonNode> items = new HashMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Map<String, String> objects = new HashMap<>();

    void setUp(String operation, JsonNode params) {
        switch (operation) {
            case "dynamodb:create_table" -> tables.add(params.get("TableName").asText());
            case "s3:put_object" -> objects.put(objectKey(params), params.path("Body").asText());
            default -> {
                // Queues and buckets are made when they are used; the rest needs nothing.
            }
        }
    }

    JsonNode call(TaskResource.Service service, JsonNode arguments) {
        return switch (service.key().replace("aws-sdk:", "")) {
            case "dynamodb:putItem" -> putItem(service, arguments);
            case "dynamodb:getItem" -> getItem(arguments);
            case "dynamodb:updateItem" -> updateItem(arguments);
            case "dynamodb:deleteItem" -> deleteItem(arguments);
            case "dynamodb:query" -> query(arguments);
            case "s3:getObject" -> getObject(arguments);
            case "s3:putObject" -> putObject(arguments);
            case "s3:listObjectsV2" -> listObjects(arguments);
            case "s3:listObjects" -> throw new TaskFailure("S3.NoSuchBucketException",
                    "The specified bucket does not exist (Service: S3, Status Code: 404, Request "
                            + "ID: 0, Extended Request ID: 0)");
            case "secretsmanager:listSecrets" -> {
                ObjectNode none = JSON.objectNode();
                none.putArray("SecretList");
                yield none;
            }
            case "secretsmanager:createSecret" -> throw new TaskFailure(
                    "SecretsManager.SecretsManagerException", "Invalid name. Must be a valid name "
                            + "containing alphanumeric characters, or any of the following: "
                            + "-/_+=.@! (Service: SecretsManager, Status Code: 400, Request ID: 0)");
            default -> throw new TaskFailure("Fake.Unsupported", service.key());
        };
    }

    private static String objectKey(JsonNode params) {
        return params.path("Bucket").asText() + "/" + params.path("Key").asText();
    }

    private JsonNode deleteItem(JsonNode arguments) {
        items.remove(arguments.path("TableName").asText());
        return JSON.objectNode();
    }

    private JsonNode query(JsonNode arguments) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode found = answer.putArray("Items");
        JsonNode item = items.get(arguments.path("TableName").asText());
        if (item != null) {
            found.add(item);
        }
        return answer.put("Count", found.size()).put("ScannedCount", found.size());
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
        String body = arguments.get("Body").toString();
        objects.put(objectKey(arguments), body);
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
        return JSON.objectNode().put("ChecksumCRC32", Base64.getEncoder().encodeToString(bytes))
                .put("ChecksumType", "FULL_OBJECT")
                .put("ETag", "\"" + Digests.hex(body, "MD5") + "\"")
                .put("ServerSideEncryption", "AES256");
    }

    private JsonNode listObjects(JsonNode arguments) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode contents = answer.putArray("Contents");
        String bucket = arguments.path("Bucket").asText() + "/";
        objects.keySet().stream().filter(key -> key.startsWith(bucket)).sorted()
                .forEach(key -> contents.addObject().put("Etag", "e").put("LastModified", 0)
                        .put("Key", key.substring(bucket.length()))
                        .put("Size", objects.get(key).length()).put("StorageClass", "STANDARD"));
        return answer;
    }
}
