package drivetrain.states.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.InvalidExpression;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSONata expression of a field. */
public final class JsonataExpression implements Expression {

    private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern CALLED_OR_BOUND = Pattern
            .compile("\\$([A-Za-z_][A-Za-z0-9_]*)\\s*(?:\\(|:=)");
    private static final Pattern PARAMETERS = Pattern.compile("(?:function|λ)\\s*\\(([^)]*)\\)");
    private static final Pattern OUTSIDE = Pattern.compile("\\$(now|millis|uuid|random)\\b");
    private static final long MOST_MILLIS = 5_000;
    private static final int DEEPEST = 1_000;

    private final String source;
    private final String field;
    private final Jsonata compiled;
    private final Set<String> variables;
    private final boolean usesOutside;

    private JsonataExpression(String source, String field, Jsonata compiled) {
        this.source = source;
        this.field = field;
        this.compiled = compiled;
        variables = names(source);
        usesOutside = OUTSIDE.matcher(source).find();
    }

    /**
     * Whether a text is a JSONata expression.
     *
     * @param text a text of a definition
     * @return true if it begins and ends as one
     */
    public static boolean isExpression(String text) {
        return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
    }

    /**
     * Compiles an expression.
     *
     * @param text with its <code>{%</code> and <code>%}</code>
     * @param field where it stands, for messages
     * @return the compiled expression
     * @throws InvalidExpression if it isn't JSONata
     */
    public static JsonataExpression compile(String text, String field) throws InvalidExpression {
        String source = text.substring(2, text.length() - 2).strip();
        try {
            Jsonata compiled = Jsonata.jsonata(source);
            compiled.setOutputConvertNulls(false);
            Functions.register(compiled);
            return new JsonataExpression(source, field, compiled);
        } catch (JException e) {
            throw new InvalidExpression(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            throw new InvalidExpression("The expression can't be parsed: " + source);
        }
    }

    /**
     * The expression without its marks.
     *
     * @return JSONata
     */
    public String source() {
        return source;
    }

    /**
     * Where it stands.
     *
     * @return for instance {@code Output/total}
     */
    public String field() {
        return field;
    }

    @Override
    public Set<String> variables() {
        Set<String> free = new TreeSet<>(variables);
        CALLED_OR_BOUND.matcher(source).results().forEach(m -> free.remove(m.group(1)));
        PARAMETERS.matcher(source).results().forEach(m -> free.removeAll(names(m.group(1))));
        return free;
    }

    @Override
    public JsonNode evaluate(EvaluationContext context) {
        Object value = value(context);
        if (value == null) {
            throw EvaluationFailure.query(field, "The JSONata expression '" + source
                    + "' specified for the field '" + field + "' returned nothing (undefined).");
        }
        JsonNode json = Values.toJson(value);
        if (json == null) {
            throw EvaluationFailure.query(field, "The JSONata expression '" + source
                    + "' specified for the field '" + field
                    + "' returned an unsupported result type.");
        }
        return json;
    }

    private Object value(EvaluationContext context) {
        Bindings bindings = context.cached(Bindings.class, () -> new Bindings(context));
        Jsonata.Frame frame = compiled.createFrame();
        bindings.bind(frame, variables, usesOutside);
        frame.setRuntimeBounds(MOST_MILLIS, DEEPEST);
        try {
            return compiled.evaluate(null, frame);
        } catch (JException e) {
            throw failure(e.getError() + ": " + e.getMessage());
        } catch (StackOverflowError e) {
            throw failure("Stack overflow");
        } catch (RuntimeException e) {
            throw failure(String.valueOf(e.getMessage()));
        }
    }

    private EvaluationFailure failure(String reason) {
        return EvaluationFailure.query(field, "The JSONata expression '" + source
                + "' specified for the field '" + field + "' threw an error during evaluation. "
                + reason);
    }

    private static Set<String> names(String source) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(source);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        names.remove("states");
        return names;
    }
}
