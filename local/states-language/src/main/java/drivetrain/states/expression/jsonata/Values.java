package drivetrain.states.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** Between the JSON values of the interpreter and those of JSONata. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double EXACT = 9007199254740992.0;

    private Values() {}

    static Object toJsonata(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new JsonMap((ObjectNode) node);
            case ARRAY -> new JsonList((ArrayNode) node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case NULL, MISSING, BINARY, POJO -> Jsonata.NULL_VALUE;
        };
    }

    private static Object number(JsonNode node) {
        if (node.canConvertToInt() && node.isIntegralNumber()) {
            return node.intValue();
        }
        if (node.canConvertToLong() && node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.doubleValue();
    }

    /** The JSON of a result, or null if some part of it is no JSON (a function, a pattern). */
    static JsonNode toJson(Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case JsonMap map -> map.node();
            case JsonList list -> list.node();
            case String text -> JSON.textNode(text);
            case Boolean bool -> JSON.booleanNode(bool);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case BigInteger number -> JSON.numberNode(number);
            case BigDecimal number -> fromDouble(number.doubleValue());
            case Number number -> fromDouble(number.doubleValue());
            case Map<?, ?> map -> object(map);
            case Collection<?> list -> array(list);
            case Object other when other.equals(Jsonata.NULL_VALUE) -> JSON.nullNode();
            default -> null;
        };
    }

    private static JsonNode fromDouble(double number) {
        if (number == Math.rint(number) && Math.abs(number) <= EXACT) {
            return JSON.numberNode((long) number);
        }
        return JSON.numberNode(number);
    }

    private static JsonNode object(Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<?, ?> field : map.entrySet()) {
            JsonNode value = toJson(field.getValue());
            if (value == null) {
                return null;
            }
            object.set(String.valueOf(field.getKey()), value);
        }
        return object;
    }

    private static JsonNode array(Collection<?> list) {
        ArrayNode array = JSON.arrayNode(list.size());
        for (Object element : list) {
            JsonNode value = toJson(element);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }
}
