package drivetrain.states.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.InvalidExpression;
import java.util.List;

/** A path to one place, where a result can be put (ResultPath). */
public final class ReferencePath {

    private final String text;
    private final List<Segment> segments;

    private ReferencePath(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /**
     * Compiles a reference path.
     *
     * @param text begins with {@code $}
     * @return the path
     * @throws InvalidExpression if it isn't a path, or could lead to several places
     */
    public static ReferencePath compile(String text) throws InvalidExpression {
        JsonPath path = JsonPath.compile(text);
        if (!path.isDefinite()) {
            throw new InvalidExpression("'" + text + "' is not a Reference Path");
        }
        return new ReferencePath(text, path.segments());
    }

    /**
     * Puts a value into a document; objects that are missing on the way are made.
     *
     * @param document isn't changed
     * @param value what to put
     * @return a new document that shares what hasn't changed
     * @throws EvaluationFailure States.ResultPathMatchFailure if the path runs through something
     *         that isn't an object
     */
    public JsonNode put(JsonNode document, JsonNode value) {
        return put(document, value, 0);
    }

    private JsonNode put(JsonNode node, JsonNode value, int at) {
        if (at == segments.size()) {
            return value;
        }
        return switch (segments.get(at)) {
            case Segment.Members m -> putMember(node, m.names().getFirst(), value, at);
            case Segment.Elements e -> putElement(node, e.indices().getFirst(), value, at);
            default -> throw new IllegalStateException("not definite");
        };
    }

    private JsonNode putMember(JsonNode node, String name, JsonNode value, int at) {
        if (node != null && !node.isObject()) {
            throw mismatch(name, node);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (node != null) {
            copy.setAll((ObjectNode) node);
        }
        copy.set(name, put(copy.get(name), value, at + 1));
        return copy;
    }

    private JsonNode putElement(JsonNode node, int index, JsonNode value, int at) {
        if (node == null || !node.isArray() || index < 0 || index >= node.size()) {
            throw mismatch("[" + index + "]", node);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
        copy.addAll((ArrayNode) node);
        copy.set(index, put(node.get(index), value, at + 1));
        return copy;
    }

    private EvaluationFailure mismatch(String step, JsonNode node) {
        return new EvaluationFailure("States.ResultPathMatchFailure",
                "Unable to apply step \"" + step + "\" to input " + node + " for the path '" + text
                        + "'");
    }
}
