package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The members of an object of a definition. Remembers which were asked for: the others aren't
 * supported.
 */
final class Fields {

    private static final Set<String> JSONATA_ONLY = new TreeSet<>(
            List.of("Arguments", "Condition", "Items", "Output"));
    private static final Set<String> JSONPATH_ONLY = new TreeSet<>(List.of("InputPath",
            "ItemsPath", "OutputPath", "Parameters", "ResultPath", "ResultSelector", "SecondsPath",
            "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "MaxConcurrencyPath",
            "ToleratedFailureCountPath", "ToleratedFailurePercentagePath", "ErrorPath",
            "CausePath", "Variable"));

    private final JsonNode node;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new HashSet<>(Set.of("Comment"));

    Fields(JsonNode node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!node.isObject()) {
            problems.error(path, "Expected value of type Object");
        }
    }

    String path() {
        return path;
    }

    String path(String name) {
        return path + "/" + name;
    }

    Problems problems() {
        return problems;
    }

    void error(String name, String message) {
        problems.error(path(name), message);
    }

    /** The member, or null. */
    JsonNode get(String name) {
        known.add(name);
        return node.get(name);
    }

    /** The member, or null if it isn't there or is JSON null. */
    JsonNode value(String name) {
        JsonNode value = get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** The text, or null. */
    String text(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isTextual()) {
            error(name, "Expected value of type String");
            return null;
        }
        return value == null ? null : value.textValue();
    }

    /** One of the given texts, or null. */
    String oneOf(String name, String... allowed) {
        String text = text(name);
        if (text != null && !List.of(allowed).contains(text)) {
            error(name, "Value is not one of the allowed values " + List.of(allowed));
            return null;
        }
        return text;
    }

    /** A whole number within bounds, or null. */
    Long integer(String name, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
            error(name, "Expected value of type Integer from " + least + " to " + most);
            return null;
        }
        return value.longValue();
    }

    Boolean bool(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            error(name, "Expected value of type Boolean");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    List<JsonNode> array(String name) {
        JsonNode value = value(name);
        List<JsonNode> elements = new ArrayList<>();
        if (value != null && !value.isArray()) {
            error(name, "Expected value of type Array");
        } else if (value != null) {
            value.forEach(elements::add);
        }
        return elements;
    }

    Fields element(String name, int index, JsonNode element) {
        return new Fields(element, path(name) + "[" + index + "]", problems);
    }

    void require(String... names) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (value(name) == null) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            problems.error(path, "These fields are required: " + missing);
        }
    }

    /** Refuses all members that nobody asked for. */
    void refuseOthers() {
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                problems.error(path, "Field '" + field.getKey() + "' is not supported");
            }
        }
    }

    /** The same, telling which members belong to the other dialect. */
    void refuseOthers(QueryLanguage language) {
        Set<String> foreign = language == QueryLanguage.JSONata ? JSONPATH_ONLY : JSONATA_ONLY;
        QueryLanguage other = language == QueryLanguage.JSONata
                ? QueryLanguage.JSONPath
                : QueryLanguage.JSONata;
        for (String name : foreign) {
            if (node.has(name) && !known.contains(name)) {
                known.add(name);
                problems.error(path, "The QueryLanguage is set to '" + language + "', but field '"
                        + name + "' is only supported for the '" + other + "' QueryLanguage");
            }
        }
        refuseOthers();
    }
}
