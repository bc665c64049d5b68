package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Whether two values are the same JSON: numbers count by value, not by how they were written. */
public final class JsonEquality {

    private static final Comparator<JsonNode> NUMBERS_BY_VALUE = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    private JsonEquality() {}

    /**
     * Compares.
     *
     * @param left a value
     * @param right another
     * @return whether they are the same
     */
    public static boolean same(JsonNode left, JsonNode right) {
        return left.equals(NUMBERS_BY_VALUE, right);
    }
}
