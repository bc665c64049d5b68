package drivetrain.states.definition;

import drivetrain.states.expression.Expression;
import java.util.List;

/**
 * One entry of {@code Catch}.
 *
 * @param errorEquals the error names that it is for
 * @param next the state that follows
 * @param resultPath where the error goes (JSONPath)
 * @param assign gives the variables to assign, or null
 * @param output the output (JSONata), or null
 */
public record Catcher(List<String> errorEquals, String next, Placement resultPath,
        Expression assign, Expression output) {

    /** Copies the names. */
    public Catcher {
        errorEquals = List.copyOf(errorEquals);
    }
}
