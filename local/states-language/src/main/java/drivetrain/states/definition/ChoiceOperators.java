package drivetrain.states.definition;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The comparisons and type tests of JSONPath Choice states. Values of another type than the
 * operator's never match.
 *
 * <p>Source: Amazon States Language specification, "Data-Test Expression".
 */
final class ChoiceOperators {

    /** Comparisons; each also exists with the suffix {@code Path}. */
    static final Map<String, BiPredicate<JsonNode, JsonNode>> COMPARISONS = Map.ofEntries(
            entry("StringEquals", texts(order -> order == 0)),
            entry("StringLessThan", texts(order -> order < 0)),
            entry("StringGreaterThan", texts(order -> order > 0)),
            entry("StringLessThanEquals", texts(order -> order <= 0)),
            entry("StringGreaterThanEquals", texts(order -> order >= 0)),
            entry("NumericEquals", numbers(order -> order == 0)),
            entry("NumericLessThan", numbers(order -> order < 0)),
            entry("NumericGreaterThan", numbers(order -> order > 0)),
            entry("NumericLessThanEquals", numbers(order -> order <= 0)),
            entry("NumericGreaterThanEquals", numbers(order -> order >= 0)),
            entry("BooleanEquals", (a, b) -> a.isBoolean() && a.equals(b)),
            entry("TimestampEquals", times(order -> order == 0)),
            entry("TimestampLessThan", times(order -> order < 0)),
            entry("TimestampGreaterThan", times(order -> order > 0)),
            entry("TimestampLessThanEquals", times(order -> order <= 0)),
            entry("TimestampGreaterThanEquals", times(order -> order >= 0)));

    /** Type tests: the operand says what is wanted. */
    static final Map<String, Predicate<JsonNode>> TYPES = Map.of(
            "IsNull", JsonNode::isNull, "IsBoolean", JsonNode::isBoolean,
            "IsNumeric", JsonNode::isNumber, "IsString", JsonNode::isTextual,
            "IsTimestamp", node -> time(node) != null);

    private ChoiceOperators() {}

    private static BiPredicate<JsonNode, JsonNode> texts(IntPredicate wanted) {
        return (a, b) -> a.isTextual() && b.isTextual()
                && wanted.test(a.textValue().compareTo(b.textValue()));
    }

    private static BiPredicate<JsonNode, JsonNode> numbers(IntPredicate wanted) {
        return (a, b) -> a.isNumber() && b.isNumber()
                && wanted.test(a.decimalValue().compareTo(b.decimalValue()));
    }

    private static BiPredicate<JsonNode, JsonNode> times(IntPredicate wanted) {
        return (a, b) -> {
            Instant left = time(a);
            Instant right = time(b);
            return left != null && right != null && wanted.test(left.compareTo(right));
        };
    }

    private static Instant time(JsonNode node) {
        try {
            return node.isTextual() ? Timestamps.parse(node.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The pattern of {@code StringMatches}: {@code *} stands for anything, {@code \} escapes. */
    static Pattern wildcards(String text) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                pattern.append(".*");
            } else {
                char literal = c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c;
                pattern.append(Pattern.quote(String.valueOf(literal)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
