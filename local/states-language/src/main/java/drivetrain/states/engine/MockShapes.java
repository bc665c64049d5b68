package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.task.TaskResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What the common services answer: {@code shapes.json} gives, per service and action, the type of
 * each member ({@code number}, {@code string}, {@code boolean}, an object of members, an array of
 * one element, or {@code enum} and its values). Members that it doesn't name aren't checked.
 */
final class MockShapes {

    private static final JsonNode SHAPES = load();

    private MockShapes() {}

    private static JsonNode load() {
        try (InputStream in = MockShapes.class.getResourceAsStream("shapes.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(TaskResource.Service service, JsonNode result) {
        String key = service.key().replace("aws-sdk:", "");
        JsonNode shape = SHAPES.path(key);
        if (shape.isObject() && result.isObject()) {
            members(shape, result);
        }
    }

    private static void members(JsonNode shape, JsonNode value) {
        value.properties().forEach(member -> {
            JsonNode wanted = shape.get(member.getKey());
            if (wanted != null && !member.getValue().isNull()) {
                check(member.getKey(), wanted, member.getValue());
            }
        });
    }

    private static void check(String field, JsonNode shape, JsonNode value) {
        if (shape.isTextual()) {
            checkType(field, shape.textValue(), value);
        } else if (shape.has("enum")) {
            checkType(field, "string", value);
            for (JsonNode allowed : shape.get("enum")) {
                if (allowed.equals(value)) {
                    return;
                }
            }
            throw mismatch(field, "is not an expected value");
        } else if (shape.isArray()) {
            require(field, value.isArray(), "an array");
            value.forEach(element -> check(field, shape.get(0), element));
        } else {
            require(field, value.isObject(), "an object");
            members(shape, value);
        }
    }

    private static void checkType(String field, String type, JsonNode value) {
        switch (type) {
            case "number" -> require(field, value.isNumber(), "a number");
            case "boolean" -> require(field, value.isBoolean(), "a boolean");
            case "string" -> require(field, value.isTextual(), "a string");
            default -> throw new IllegalStateException("shapes.json has an unknown type " + type);
        }
    }

    private static void require(String field, boolean holds, String type) {
        if (!holds) {
            throw mismatch(field, "must be " + type);
        }
    }

    private static RuntimeException mismatch(String field, String reason) {
        return MockCheck.refused("Mock result schema validation error: Field '" + field + "' "
                + reason);
    }
}
