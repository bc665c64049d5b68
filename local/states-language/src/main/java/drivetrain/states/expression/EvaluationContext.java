package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.function.Supplier;

/** All that an expression can see. Immutable but for what it caches; of one thread at a time. */
public final class EvaluationContext {

    private final JsonNode input;
    private final JsonNode result;
    private final JsonNode errorOutput;
    private final Supplier<JsonNode> contextObject;
    private final Variables variables;
    private final Surroundings surroundings;
    private Object cache;

    private EvaluationContext(JsonNode input, JsonNode result, JsonNode errorOutput,
            Supplier<JsonNode> contextObject, Variables variables, Surroundings surroundings) {
        this.input = Objects.requireNonNull(input);
        this.result = result;
        this.errorOutput = errorOutput;
        this.contextObject = contextObject;
        this.variables = variables;
        this.surroundings = surroundings;
    }

    /**
     * A context before there is a result.
     *
     * @param input what {@code $} (JSONPath) or {@code $states.input} (JSONata) stands for
     * @param contextObject what {@code $$} or {@code $states.context} stands for
     * @param variables the assigned variables
     * @param surroundings time and chance
     * @return a new context
     */
    public static EvaluationContext of(JsonNode input, Supplier<JsonNode> contextObject,
            Variables variables, Surroundings surroundings) {
        return new EvaluationContext(input, null, null, contextObject, variables, surroundings);
    }

    /**
     * The same with another input.
     *
     * @param other the new input
     * @return this context, if the input is the same node
     */
    @SuppressWarnings("ReferenceEquality") // the same node needs no new context
    public EvaluationContext withInput(JsonNode other) {
        return other == input
                ? this
                : new EvaluationContext(other, result, errorOutput, contextObject, variables,
                        surroundings);
    }

    /**
     * The same with another member of the context object.
     *
     * @param name of the member
     * @param value what it holds
     * @return a new context
     */
    public EvaluationContext withContextMember(String name, JsonNode value) {
        Supplier<JsonNode> extended = () -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.setAll((ObjectNode) contextObject());
            return object.set(name, value);
        };
        return new EvaluationContext(input, result, errorOutput, extended, variables,
                surroundings);
    }

    /**
     * The same with a result.
     *
     * @param value what {@code $states.result} stands for
     * @return a new context
     */
    public EvaluationContext withResult(JsonNode value) {
        return new EvaluationContext(input, value, null, contextObject, variables, surroundings);
    }

    /**
     * The same with an error.
     *
     * @param error what {@code $states.errorOutput} stands for
     * @return a new context
     */
    public EvaluationContext withError(JsonNode error) {
        return new EvaluationContext(input, null, error, contextObject, variables, surroundings);
    }

    /**
     * The input.
     *
     * @return never null
     */
    public JsonNode input() {
        return input;
    }

    /**
     * The result.
     *
     * @return null where there is none
     */
    public JsonNode result() {
        return result;
    }

    /**
     * The error.
     *
     * @return null where there is none
     */
    public JsonNode errorOutput() {
        return errorOutput;
    }

    /**
     * The context object.
     *
     * @return never null
     */
    public JsonNode contextObject() {
        JsonNode object = contextObject.get();
        return object == null ? MissingNode.getInstance() : object;
    }

    /**
     * The variables.
     *
     * @return never null
     */
    public Variables variables() {
        return variables;
    }

    /**
     * Time and chance.
     *
     * @return never null
     */
    public Surroundings surroundings() {
        return surroundings;
    }

    /**
     * What an evaluator keeps from one expression of this context to the next.
     *
     * @param type the kind of thing
     * @param create makes it the first time
     * @param <T> its type
     * @return the same for every call with this type
     */
    public <T> T cached(Class<T> type, Supplier<T> create) {
        if (!type.isInstance(cache)) {
            cache = create.get();
        }
        return type.cast(cache);
    }
}
