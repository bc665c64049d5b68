package drivetrain.states.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** A JSON object as JSONata sees it: read-only, and converted no further than it is looked at. */
final class JsonMap extends AbstractMap<String, Object> {

    private final ObjectNode node;

    JsonMap(ObjectNode node) {
        this.node = node;
    }

    ObjectNode node() {
        return node;
    }

    @Override
    public Object get(Object key) {
        JsonNode value = node.get((String) key);
        return value == null ? null : Values.toJsonata(value);
    }

    @Override
    public boolean containsKey(Object key) {
        return node.has((String) key);
    }

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries(node);
    }

    private static final class Entries extends AbstractSet<Map.Entry<String, Object>> {

        private final ObjectNode node;

        Entries(ObjectNode node) {
            this.node = node;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return fields.hasNext();
                }

                @Override
                public Map.Entry<String, Object> next() {
                    Map.Entry<String, JsonNode> field = fields.next();
                    return new SimpleImmutableEntry<>(field.getKey(),
                            Values.toJsonata(field.getValue()));
                }
            };
        }

        @Override
        public int size() {
            return node.size();
        }
    }
}
