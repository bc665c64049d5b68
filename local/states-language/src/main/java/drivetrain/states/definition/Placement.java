package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.InvalidExpression;
import drivetrain.states.expression.jsonpath.ReferencePath;

/** Where a result goes: what {@code ResultPath} says. */
@FunctionalInterface
public interface Placement {

    /** The result takes the place of the input ({@code "$"}, the default). */
    Placement REPLACE = (_, result) -> result;

    /** The result is dropped ({@code null}). */
    Placement DISCARD = (input, _) -> input;

    /**
     * Combines input and result.
     *
     * @param input isn't changed
     * @param result goes into it
     * @return the combination
     */
    JsonNode place(JsonNode input, JsonNode result);

    /**
     * Compiles a {@code ResultPath}.
     *
     * @param path a reference path
     * @return where it puts results
     * @throws InvalidExpression if it is none
     */
    static Placement at(String path) throws InvalidExpression {
        return path.equals("$") ? REPLACE : ReferencePath.compile(path)::put;
    }
}
