package drivetrain.breaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The tasks {@code dynamodb:getItem} and {@code dynamodb:updateItem}, with texts, numbers and sets. */
final class DynamoDbTask {
    private final DynamoDbClient client;

    DynamoDbTask(DynamoDbClient client) {
        this.client = client;
    }

    JsonNode call(TaskCall call) {
        String action = ((TaskResource.Service) call.resource()).key();
        return switch (action) {
            case "dynamodb:getItem" -> answer("Item", get(call.arguments()));
            case "dynamodb:updateItem" -> answer("Attributes", update(call.arguments()));
            default -> throw new IllegalArgumentException("guarded-call needs no " + action);
        };
    }

    private Map<String, AttributeValue> get(JsonNode arguments) {
        return client.getItem(get -> get.tableName(arguments.path("TableName").asText())
                .key(attributes(arguments.path("Key")))).item();
    }

    private Map<String, AttributeValue> update(JsonNode arguments) {
        Map<String, String> names = new TreeMap<>();
        arguments.path("ExpressionAttributeNames").properties()
                .forEach(name -> names.put(name.getKey(), name.getValue().asText()));
        try {
            return client.updateItem(update -> update
                    .tableName(arguments.path("TableName").asText())
                    .key(attributes(arguments.path("Key")))
                    .updateExpression(arguments.path("UpdateExpression").asText())
                    .conditionExpression(arguments.path("ConditionExpression").asText())
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(
                            attributes(arguments.path("ExpressionAttributeValues")))
                    .returnValues(arguments.path("ReturnValues").asText("NONE"))).attributes();
        } catch (ConditionalCheckFailedException e) {
            throw new TaskFailure("DynamoDB.ConditionalCheckFailedException", e.getMessage());
        }
    }

    private static Map<String, AttributeValue> attributes(JsonNode json) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        json.properties().forEach(one -> attributes.put(one.getKey(), value(one.getValue())));
        return attributes;
    }

    private static AttributeValue value(JsonNode typed) {
        if (typed.has("SS")) {
            List<String> texts = new ArrayList<>();
            typed.path("SS").forEach(text -> texts.add(text.asText()));
            return AttributeValue.fromSs(texts);
        }
        return typed.has("N")
                ? AttributeValue.fromN(typed.path("N").textValue())
                : AttributeValue.fromS(typed.path("S").textValue());
    }

    private static JsonNode answer(String name, Map<String, AttributeValue> attributes) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!attributes.isEmpty()) {
            ObjectNode json = answer.putObject(name);
            attributes.forEach((key, value) -> json.set(key, json(value)));
        }
        return answer;
    }

    private static JsonNode json(AttributeValue value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (value.hasSs()) {
            value.ss().forEach(json.putArray("SS")::add);
        } else if (value.n() != null) {
            json.put("N", value.n());
        } else {
            json.put("S", value.s());
        }
        return json;
    }
}
