package drivetrain.states.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.expression.InvalidExpression;
import java.util.ArrayList;
import java.util.List;

/** A compiled path. Immutable, thread-safe. */
public final class JsonPath {

    private final List<Segment> segments;
    private final boolean definite;

    JsonPath(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        definite = segments.stream().allMatch(Segment::definite);
    }

    /**
     * Compiles a path.
     *
     * @param text begins with {@code $}
     * @return the path
     * @throws InvalidExpression if it isn't one
     */
    public static JsonPath compile(String text) throws InvalidExpression {
        return new PathParser(text).parse();
    }

    /**
     * Whether it leads to exactly one value.
     *
     * @return false if it answers an array of all matches
     */
    public boolean isDefinite() {
        return definite;
    }

    List<Segment> segments() {
        return segments;
    }

    /**
     * Reads a value.
     *
     * @param root what {@code $} stands for
     * @return the value, or for an indefinite path an array of what matches
     * @throws PathNotFound if the path is definite and leads nowhere
     */
    public JsonNode read(JsonNode root) {
        if (definite) {
            return readDefinite(root);
        }
        List<JsonNode> found = new ArrayList<>();
        collect(root, root, 0, found);
        ArrayNode array = JsonNodeFactory.instance.arrayNode(found.size());
        found.forEach(array::add);
        return array;
    }

    /**
     * Reads a value that may be missing.
     *
     * @param root what {@code $} stands for
     * @return null where a definite path leads nowhere
     */
    public JsonNode find(JsonNode root) {
        if (!definite) {
            return read(root);
        }
        JsonNode node = root;
        for (int i = 0; i < segments.size() && node != null; i++) {
            node = step(node, segments.get(i));
        }
        return node;
    }

    private JsonNode readDefinite(JsonNode root) {
        JsonNode node = root;
        for (int i = 0; i < segments.size(); i++) {
            JsonNode next = step(node, segments.get(i));
            if (next == null) {
                throw new PathNotFound(Missing.describe(segments, i, node));
            }
            node = next;
        }
        return node;
    }

    private static JsonNode step(JsonNode node, Segment segment) {
        return switch (segment) {
            case Segment.Members m -> node.get(m.names().getFirst());
            case Segment.Elements e -> element(node, e.indices().getFirst());
            default -> throw new IllegalStateException("not definite");
        };
    }

    private static JsonNode element(JsonNode node, int index) {
        return node.isArray() ? node.get(index < 0 ? node.size() + index : index) : null;
    }

    private void collect(JsonNode node, JsonNode root, int at, List<JsonNode> found) {
        if (at == segments.size()) {
            found.add(node);
            return;
        }
        switch (segments.get(at)) {
            case Segment.Members m -> {
                for (String name : m.names()) {
                    go(node.get(name), root, at + 1, found);
                }
            }
            case Segment.Elements e -> {
                for (int index : e.indices()) {
                    go(element(node, index), root, at + 1, found);
                }
            }
            case Segment.Slice slice -> slice(node, root, slice, at, found);
            case Segment.Wildcard _ -> node.forEach(child -> collect(child, root, at + 1, found));
            case Segment.Descend _ -> descend(node, root, at, found);
            case Segment.Where where -> where(node, root, where, at, found);
        }
    }

    private void go(JsonNode node, JsonNode root, int at, List<JsonNode> found) {
        if (node != null) {
            collect(node, root, at, found);
        }
    }

    private void slice(JsonNode node, JsonNode root, Segment.Slice slice, int at,
            List<JsonNode> found) {
        if (!node.isArray()) {
            return;
        }
        int size = node.size();
        int from = slice.from() == null ? 0 : bounded(slice.from(), size);
        int to = slice.to() == null ? size : bounded(slice.to(), size);
        for (int i = from; i < to; i += slice.step()) {
            collect(node.get(i), root, at + 1, found);
        }
    }

    private static int bounded(int index, int size) {
        return Math.clamp(index < 0 ? size + (long) index : index, 0, size);
    }

    private void descend(JsonNode node, JsonNode root, int at, List<JsonNode> found) {
        collect(node, root, at + 1, found);
        node.forEach(child -> descend(child, root, at, found));
    }

    private void where(JsonNode node, JsonNode root, Segment.Where where, int at,
            List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(child -> {
                if (where.filter().test(child, root)) {
                    collect(child, root, at + 1, found);
                }
            });
        } else if (node.isObject() && where.filter().test(node, root)) {
            collect(node, root, at + 1, found);
        }
    }
}
