package drivetrain.states.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.expression.InvalidExpression;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Parses what stands inside {@code ?(...)}. */
final class FilterParser {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String[] OPERATORS = {"==", "!=", "<=", ">=", "=~", "<", ">"};

    private final Cursor cursor;

    FilterParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Filter parse() throws InvalidExpression {
        Filter left = conjunction();
        while (cursor.takeAfterSpace("||")) {
            Filter first = left;
            Filter second = conjunction();
            left = (current, root) -> first.test(current, root) || second.test(current, root);
        }
        return left;
    }

    private Filter conjunction() throws InvalidExpression {
        Filter left = term();
        while (cursor.takeAfterSpace("&&")) {
            Filter first = left;
            Filter second = term();
            left = (current, root) -> first.test(current, root) && second.test(current, root);
        }
        return left;
    }

    private Filter term() throws InvalidExpression {
        if (cursor.takeAfterSpace("!")) {
            Filter inner = term();
            return (current, root) -> !inner.test(current, root);
        }
        if (cursor.take("(")) {
            Filter inner = parse();
            cursor.expect(")");
            return inner;
        }
        return comparison();
    }

    private Filter comparison() throws InvalidExpression {
        Operand left = operand();
        cursor.skipSpace();
        for (String operator : OPERATORS) {
            if (cursor.take(operator)) {
                return operator.equals("=~") ? matches(left) : compare(operator, left, operand());
            }
        }
        if (cursor.take("in ")) {
            return contains(left, operand(), true);
        }
        if (cursor.take("nin ")) {
            return contains(left, operand(), false);
        }
        return (current, root) -> left.value(current, root) != null;
    }

    private static Filter compare(String operator, Operand left, Operand right) {
        return (current, root) -> Comparison.holds(operator, left.value(current, root),
                right.value(current, root));
    }

    private static Filter contains(Operand left, Operand right, boolean wanted) {
        return (current, root) -> {
            JsonNode value = left.value(current, root);
            JsonNode list = right.value(current, root);
            if (value == null || list == null) {
                return !wanted;
            }
            for (JsonNode element : list) {
                if (Comparison.holds("==", value, element)) {
                    return wanted;
                }
            }
            return !wanted;
        };
    }

    private Filter matches(Operand left) throws InvalidExpression {
        cursor.expect("/");
        String source = cursor.until("/");
        cursor.expect("/");
        Pattern pattern = Pattern.compile(source, cursor.take("i") ? Pattern.CASE_INSENSITIVE : 0);
        return (current, root) -> {
            JsonNode value = left.value(current, root);
            return value != null && value.isTextual()
                    && pattern.matcher(value.textValue()).matches();
        };
    }

    @FunctionalInterface
    private interface Operand {
        JsonNode value(JsonNode current, JsonNode root);
    }

    private Operand operand() throws InvalidExpression {
        cursor.skipSpace();
        if (cursor.take("@")) {
            JsonPath path = new PathParser(cursor).segments();
            return (current, _) -> path.find(current);
        }
        if (cursor.take("$")) {
            JsonPath path = new PathParser(cursor).segments();
            return (_, root) -> path.find(root);
        }
        JsonNode literal = literal();
        return (_, _) -> literal;
    }

    private JsonNode literal() throws InvalidExpression {
        if (cursor.peek() == '\'' || cursor.peek() == '"') {
            return JSON.textNode(cursor.quoted());
        }
        if (cursor.take("[")) {
            return list();
        }
        String text = cursor.until(" \t)&|=!<>,]");
        return switch (text) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            case "null" -> JSON.nullNode();
            default -> number(text);
        };
    }

    private ArrayNode list() throws InvalidExpression {
        ArrayNode list = JSON.arrayNode();
        while (!cursor.takeAfterSpace("]")) {
            list.add(literal());
            cursor.takeAfterSpace(",");
        }
        return list;
    }

    private JsonNode number(String text) throws InvalidExpression {
        try {
            return JSON.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw cursor.error("'" + text + "' is neither a path nor a literal");
        }
    }
}
