package drivetrain.states.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.expression.JsonEquality;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringTokenizer;

/** The functions on arrays. */
final class Arrays {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ELEMENTS = 1000;

    private Arrays() {}

    static ArrayNode partition(Arguments arguments) {
        JsonNode array = arguments.array(0);
        long size = arguments.integer(1);
        if (size < 1) {
            throw new IllegalArgumentException("the chunk size must be positive");
        }
        ArrayNode chunks = JSON.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            if (i % size == 0) {
                chunks.addArray();
            }
            ((ArrayNode) chunks.get(chunks.size() - 1)).add(array.get(i));
        }
        return chunks;
    }

    static boolean contains(Arguments arguments) {
        JsonNode wanted = arguments.any(1);
        for (JsonNode element : arguments.array(0)) {
            if (JsonEquality.same(element, wanted)) {
                return true;
            }
        }
        return false;
    }

    static ArrayNode range(Arguments arguments) {
        long first = arguments.integer(0);
        long last = arguments.integer(1);
        long step = arguments.integer(2);
        if (step == 0 || (last - first) / step >= MOST_ELEMENTS) {
            throw new IllegalArgumentException("the range must have at most " + MOST_ELEMENTS
                    + " elements and a step other than 0");
        }
        ArrayNode range = JSON.arrayNode();
        for (long i = first; step > 0 ? i <= last : i >= last; i += step) {
            range.add(i);
        }
        return range;
    }

    static JsonNode item(Arguments arguments) {
        JsonNode array = arguments.array(0);
        long index = arguments.integer(1);
        if (index < 0 || index >= array.size()) {
            throw new IllegalArgumentException("the index " + index + " is out of bounds");
        }
        return array.get((int) index);
    }

    static ArrayNode unique(Arguments arguments) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        for (JsonNode element : arguments.array(0)) {
            String key = element.isNumber()
                    ? element.decimalValue().stripTrailingZeros().toPlainString()
                    : element.toString();
            elements.putIfAbsent(key, element);
        }
        return JSON.arrayNode(elements.size()).addAll(elements.values());
    }

    /** Every character of the splitter separates; empty parts are left out. */
    static ArrayNode split(Arguments arguments) {
        ArrayNode parts = JSON.arrayNode();
        StringTokenizer tokens = new StringTokenizer(arguments.text(0), arguments.text(1));
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return parts;
    }
}
