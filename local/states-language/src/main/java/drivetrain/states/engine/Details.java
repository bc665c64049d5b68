package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The details of an event: a handful of members in order, cheaper than a hash map. */
final class Details extends AbstractMap<String, JsonNode> {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Object[] NOTHING = {};

    private Object[] pairs = NOTHING;

    static Details of(String name, JsonNode value) {
        return new Details().with(name, value);
    }

    static Details of(String name, String value) {
        return new Details().with(name, value);
    }

    /** Leaves the member out if the value is null. */
    Details with(String name, JsonNode value) {
        if (value != null) {
            pairs = Arrays.copyOf(pairs, pairs.length + 2);
            pairs[pairs.length - 2] = name;
            pairs[pairs.length - 1] = value;
        }
        return this;
    }

    Details with(String name, String value) {
        return value == null ? this : with(name, JSON.textNode(value));
    }

    Details with(String name, Long value) {
        return value == null ? this : with(name, JSON.numberNode(value));
    }

    @Override
    public JsonNode get(Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return (JsonNode) pairs[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, JsonNode>> iterator() {
                return new PairIterator(pairs);
            }

            @Override
            public int size() {
                return pairs.length / 2;
            }
        };
    }

    private static final class PairIterator implements Iterator<Map.Entry<String, JsonNode>> {

        private final Object[] pairs;
        private int at;

        PairIterator(Object[] pairs) {
            this.pairs = pairs;
        }

        @Override
        public boolean hasNext() {
            return at < pairs.length;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            at += 2;
            return Map.entry((String) pairs[at - 2], (JsonNode) pairs[at - 1]);
        }
    }
}
