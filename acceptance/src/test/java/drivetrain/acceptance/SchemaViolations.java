package drivetrain.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Every way in which one place of a valid body can break its schema: each type, each bound, each
 * member that must be there, each that may not.
 */
final class SchemaViolations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final JsonNode example;
    private final List<Violation> found = new ArrayList<>();

    private SchemaViolations(Contract contract, JsonNode example) {
        this.contract = contract;
        this.example = example;
    }

    /**
     * One of them.
     *
     * @param what
     *            such as {@code /lines/0/quantity: above the maximum}
     * @param body
     *            the example, broken in this one place
     */
    record Violation(String what, JsonNode body) {}

    /** Those of an operation's body, whose example is valid. */
    static List<Violation> of(Contract contract, Operation operation) {
        JsonNode schema = operation.bodySchema();
        var violations = new SchemaViolations(contract, schema.path("example"));
        violations.walk(schema, JsonPointer.empty());
        return List.copyOf(violations.found);
    }

    private void walk(JsonNode reference, JsonPointer at) {
        JsonNode schema = contract.resolved(reference);
        JsonNode value = example.at(at);
        if (value.isMissingNode()) {
            return;
        }
        wrongTypes(schema, at);
        switch (schema.path("type").asText()) {
            case "object" -> object(schema, at);
            case "array" -> array(schema, at, (ArrayNode) value);
            case "string" -> string(schema, at, value.asText());
            default -> number(schema, at);
        }
    }

    private void wrongTypes(JsonNode schema, JsonPointer at) {
        String type = schema.path("type").asText();
        List<JsonNode> values = List.of(JSON.objectNode(), JSON.arrayNode(), JSON.textNode("1"),
                JSON.numberNode(1), JSON.booleanNode(true), JSON.nullNode());
        Set<String> own = type.equals("integer") ? Set.of("number") : Set.of(type);
        values.stream().filter(value -> !own.contains(value.getNodeType().name()
                .toLowerCase(Locale.ROOT)))
                .forEach(value -> replace(at, value, "a " + value.getNodeType()));
    }

    private void object(JsonNode schema, JsonPointer at) {
        schema.path("required").forEach(member -> change(at, "without " + member.asText(),
                object -> ((ObjectNode) object).without(member.asText())));
        if (schema.path("additionalProperties").isBoolean()) {
            for (String unknown : List.of("unknown", "__proto__", "customerId", "Lines", "")) {
                change(at, "with '" + unknown + "'",
                        object -> ((ObjectNode) object).put(unknown, "x"));
            }
        }
        schema.path("properties").properties().forEach(member -> walk(member.getValue(),
                at.appendProperty(member.getKey())));
    }

    private void array(JsonNode schema, JsonPointer at, ArrayNode value) {
        if (schema.path("minItems").asInt() > 0) {
            replace(at, JSON.arrayNode(), "empty");
        }
        if (schema.has("maxItems")) {
            ArrayNode more = JSON.arrayNode();
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                more.add(value.get(0));
            }
            replace(at, more, "too many");
        }
        if (!value.isEmpty()) {
            walk(schema.path("items"), at.appendIndex(0));
        }
    }

    private void string(JsonNode schema, JsonPointer at, String value) {
        if (schema.path("minLength").asInt() > 0) {
            replace(at, JSON.textNode(""), "empty");
        }
        if (schema.has("maxLength")) {
            replace(at, JSON.textNode("x".repeat(schema.path("maxLength").asInt() + 1)),
                    "too long");
        }
        if (schema.has("enum")) {
            replace(at, JSON.textNode(value + "_"), "not of the list");
            replace(at, JSON.textNode(value.toLowerCase(Locale.ROOT)), "lower case");
        }
        if (schema.has("pattern")) {
            for (String bad : List.of("", " " + value, value + "\n", value + "\u0000", "\u00e9",
                    value.repeat(200))) {
                replace(at, JSON.textNode(bad), "against the pattern");
            }
        }
    }

    private void number(JsonNode schema, JsonPointer at) {
        if (schema.path("type").asText().equals("integer")) {
            replace(at, JSON.numberNode(1.5), "a fraction");
        }
        if (schema.has("minimum")) {
            replace(at, JSON.numberNode(schema.path("minimum").asLong() - 1), "below the minimum");
        }
        if (schema.has("maximum")) {
            replace(at, JSON.numberNode(schema.path("maximum").asLong() + 1), "above the maximum");
            replace(at, JSON.numberNode(new BigInteger("9".repeat(40))), "huge");
        }
    }

    private void replace(JsonPointer at, JsonNode value, String what) {
        change(at, what, _ -> value);
    }

    private void change(JsonPointer at, String what, UnaryOperator<JsonNode> change) {
        JsonNode body = example.deepCopy();
        JsonNode changed = change.apply(body.at(at));
        if (at.matches()) {
            body = changed;
        } else if (body.at(at.head()) instanceof ObjectNode parent) {
            parent.set(at.last().getMatchingProperty(), changed);
        } else if (body.at(at.head()) instanceof ArrayNode parent) {
            parent.set(at.last().getMatchingIndex(), changed);
        }
        found.add(new Violation(at + ": " + what, body));
    }
}
