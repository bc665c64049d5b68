package drivetrain.states.definition;

import drivetrain.states.expression.Expression;
import java.util.Objects;

/**
 * How data flows through a state. What a dialect doesn't have is null, as is what isn't given.
 *
 * @param language the dialect of the state
 * @param inputPath selects of the raw input (JSONPath)
 * @param arguments {@code Parameters} or {@code Arguments}
 * @param resultSelector shapes the result (JSONPath)
 * @param resultPath combines input and result (JSONPath)
 * @param outputPath selects of the combination (JSONPath)
 * @param assign gives an object of the variables to assign
 * @param output the state's output (JSONata)
 */
public record StateData(QueryLanguage language, Expression inputPath, Expression arguments,
        Expression resultSelector, Placement resultPath, Expression outputPath, Expression assign,
        Expression output) {

    /** Refuses to be without a dialect or a placement. */
    public StateData {
        Objects.requireNonNull(language);
        Objects.requireNonNull(resultPath);
    }

    /**
     * Whether the state is in the JSONata dialect.
     *
     * @return false for JSONPath
     */
    public boolean isJsonata() {
        return language == QueryLanguage.JSONata;
    }
}
