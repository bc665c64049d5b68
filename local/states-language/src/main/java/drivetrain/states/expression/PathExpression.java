package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.jsonpath.JsonPath;
import drivetrain.states.expression.jsonpath.PathNotFound;
import java.util.Set;

/**
 * A path into the input ({@code $.a}), the context object ({@code $$.a}) or a variable
 * ({@code $name.a}).
 */
public final class PathExpression implements Expression {

    private enum Root {
        INPUT, CONTEXT, VARIABLE
    }

    private final String text;
    private final Root root;
    private final String variable;
    private final JsonPath path;

    private PathExpression(String text, Root root, String variable, JsonPath path) {
        this.text = text;
        this.root = root;
        this.variable = variable;
        this.path = path;
    }

    /**
     * Compiles a path.
     *
     * @param text begins with {@code $}
     * @return the expression
     * @throws InvalidExpression if it isn't a path
     */
    public static PathExpression compile(String text) throws InvalidExpression {
        if (!text.startsWith("$")) {
            throw new InvalidExpression("The value '" + text + "' is not a valid JSONPath");
        }
        if (text.startsWith("$$")) {
            return new PathExpression(text, Root.CONTEXT, null,
                    JsonPath.compile(text.substring(1)));
        }
        int end = 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        JsonPath path = JsonPath.compile("$" + text.substring(end));
        return end == 1
                ? new PathExpression(text, Root.INPUT, null, path)
                : new PathExpression(text, Root.VARIABLE, text.substring(1, end), path);
    }

    /**
     * The path as it stands in the definition.
     *
     * @return begins with {@code $}
     */
    public String text() {
        return text;
    }

    /**
     * The path without what it starts from: {@code $.a} for {@code $$.a}.
     *
     * @return begins with {@code $}
     */
    public String pathText() {
        return switch (root) {
            case INPUT -> text;
            case CONTEXT -> text.substring(1);
            case VARIABLE -> "$" + text.substring(1 + variable.length());
        };
    }

    /**
     * Reads the value.
     *
     * @param context what can be seen
     * @return the value
     * @throws PathNotFound if a definite path leads nowhere
     */
    public JsonNode read(EvaluationContext context) {
        return path.read(root(context));
    }

    /**
     * Reads a value that may be missing.
     *
     * @param context what can be seen
     * @return null where a definite path leads nowhere
     */
    public JsonNode find(EvaluationContext context) {
        if (root == Root.VARIABLE && context.variables().get(variable) == null) {
            return null;
        }
        return path.find(root(context));
    }

    @Override
    public JsonNode evaluate(EvaluationContext context) {
        try {
            return read(context);
        } catch (PathNotFound e) {
            throw EvaluationFailure.runtime("Invalid path '" + text + "' : " + e.getMessage());
        }
    }

    /** What the path is applied to, for messages. */
    JsonNode root(EvaluationContext context) {
        return switch (root) {
            case INPUT -> context.input();
            case CONTEXT -> context.contextObject();
            case VARIABLE -> variable(context);
        };
    }

    private JsonNode variable(EvaluationContext context) {
        JsonNode value = context.variables().get(variable);
        if (value == null) {
            throw EvaluationFailure.runtime("The variable '" + variable + "' referenced by '" + text
                    + "' has not been assigned.");
        }
        return value;
    }

    @Override
    public Set<String> variables() {
        return root == Root.VARIABLE ? Set.of(variable) : Set.of();
    }
}
