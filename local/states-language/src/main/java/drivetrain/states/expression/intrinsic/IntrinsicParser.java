package drivetrain.states.expression.intrinsic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.expression.Constant;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.InvalidExpression;
import drivetrain.states.expression.PathExpression;
import drivetrain.states.expression.TemplatePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Parses calls of intrinsic functions. */
final class IntrinsicParser {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 10;

    private final String text;
    private final String field;
    private int at;

    IntrinsicParser(String text, String field) {
        this.text = text;
        this.field = field;
    }

    Expression parse() throws InvalidExpression {
        Expression call = call(1);
        skipSpace();
        if (at < text.length()) {
            throw error("something unexpected follows");
        }
        return call;
    }

    private Expression call(int depth) throws InvalidExpression {
        skipSpace();
        int open = text.indexOf('(', at);
        if (open < 0) {
            throw error("'(' is missing");
        }
        String name = text.substring(at, open).strip();
        IntrinsicFunction function = IntrinsicFunctions.find(name);
        if (function == null) {
            throw error("there is no function '" + name + "'");
        }
        if (depth > DEEPEST) {
            throw error("calls may be nested " + DEEPEST + " deep");
        }
        at = open + 1;
        return new IntrinsicCall(name, function, arguments(depth));
    }

    private List<Expression> arguments(int depth) throws InvalidExpression {
        List<Expression> arguments = new ArrayList<>();
        skipSpace();
        if (take(')')) {
            return arguments;
        }
        do {
            arguments.add(argument(depth));
            skipSpace();
        } while (take(','));
        if (!take(')')) {
            throw error("')' is missing");
        }
        return arguments;
    }

    private Expression argument(int depth) throws InvalidExpression {
        skipSpace();
        if (text.startsWith("States.", at)) {
            return call(depth + 1);
        }
        if (take('\'')) {
            return new Constant(JSON.textNode(quoted()));
        }
        if (at < text.length() && text.charAt(at) == '$') {
            return new TemplatePath(field, PathExpression.compile(path()));
        }
        return literal(plain());
    }

    private Expression literal(String word) throws InvalidExpression {
        return switch (word) {
            case "true" -> new Constant(JSON.booleanNode(true));
            case "false" -> new Constant(JSON.booleanNode(false));
            case "null" -> new Constant(JSON.nullNode());
            default -> number(word);
        };
    }

    private Expression number(String word) throws InvalidExpression {
        try {
            BigDecimal number = new BigDecimal(word);
            return new Constant(number.scale() <= 0
                    ? JSON.numberNode(number.longValueExact())
                    : JSON.numberNode(number.doubleValue()));
        } catch (ArithmeticException | NumberFormatException e) {
            throw error("'" + word + "' is no argument");
        }
    }

    private String quoted() throws InvalidExpression {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\'') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                value.append(unescaped(text.charAt(at++)));
            } else {
                value.append(c);
            }
        }
        if (!take('\'')) {
            throw error("a quote isn't closed");
        }
        return value.toString();
    }

    /** Braces stay escaped: {@code States.Format} must tell them from its placeholders. */
    private static String unescaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '{', '}' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }

    /** A path ends at a comma, a space or a parenthesis that doesn't belong to a bracket. */
    private String path() {
        int from = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ')' || c == ' ')) {
                break;
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",) ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean take(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private InvalidExpression error(String reason) {
        return new InvalidExpression("Invalid intrinsic function '" + text + "': " + reason
                + " at position " + at);
    }
}
