package drivetrain.states.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Says why a definite path leads nowhere, in Jayway's words, which Step Functions repeats. */
final class Missing {

    private Missing() {}

    static String describe(List<Segment> segments, int failed, JsonNode parent) {
        String upTo = path(segments, failed + 1);
        Segment segment = segments.get(failed);
        if (segment instanceof Segment.Elements && parent.isArray()) {
            return "Index out of bounds when evaluating path " + upTo;
        }
        if (segment instanceof Segment.Elements) {
            return "Filter: " + last(segment)
                    + " can only be applied to arrays. Current context is: "
                    + parent;
        }
        if (!parent.isObject()) {
            return "Expected to find an object with property " + last(segment) + " in path "
                    + path(segments, failed) + " but found '" + kind(parent)
                    + "'. This is not a json object according to the JsonProvider: '"
                    + "com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider'.";
        }
        return (failed == segments.size() - 1
                ? "No results for path: "
                : "Missing property in path ") + upTo;
    }

    private static String path(List<Segment> segments, int length) {
        StringBuilder path = new StringBuilder("$");
        segments.subList(0, length).forEach(s -> path.append(last(s)));
        return path.toString();
    }

    private static String last(Segment segment) {
        return switch (segment) {
            case Segment.Members m -> "['" + m.names().getFirst() + "']";
            case Segment.Elements e -> "[" + e.indices().getFirst() + "]";
            default -> throw new IllegalStateException("not definite");
        };
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> "null";
            case STRING -> "java.lang.String";
            case ARRAY -> "net.minidev.json.JSONArray";
            case BOOLEAN -> "java.lang.Boolean";
            case NUMBER -> node.isIntegralNumber() ? "java.lang.Integer" : "java.lang.Double";
            case OBJECT, BINARY, POJO -> "java.lang.Object";
        };
    }
}
