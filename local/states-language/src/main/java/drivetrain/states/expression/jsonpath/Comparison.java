package drivetrain.states.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.JsonEquality;

/** The comparisons of filters: numbers by value, texts by code unit, others for equality only. */
final class Comparison {

    private Comparison() {}

    static boolean holds(String operator, JsonNode left, JsonNode right) {
        if (left == null || right == null) {
            return operator.equals("!=") && (left == null) != (right == null);
        }
        if (left.isNumber() && right.isNumber()) {
            return ordered(operator, left.decimalValue().compareTo(right.decimalValue()));
        }
        if (left.isTextual() && right.isTextual()) {
            return ordered(operator, left.textValue().compareTo(right.textValue()));
        }
        return switch (operator) {
            case "==" -> JsonEquality.same(left, right);
            case "!=" -> !JsonEquality.same(left, right);
            default -> false;
        };
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
