package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.jsonata.JsonataExpression;
import java.util.Locale;

/** Says that an expression gave something of the wrong type, in the words of Step Functions. */
public final class Results {

    private Results() {}

    /**
     * A failure to be thrown.
     *
     * @param expression what was evaluated
     * @param field where it stands
     * @param expected the type that was wanted
     * @param value what it gave
     * @return States.QueryEvaluationError
     */
    public static EvaluationFailure unexpected(Expression expression, String field,
            String expected, JsonNode value) {
        String source = expression instanceof JsonataExpression jsonata
                ? jsonata.source()
                : value.toString();
        return EvaluationFailure.query(field, "The JSONata expression '" + source
                + "' specified for the field '" + field
                + "' returned an unexpected result type. Expected '" + expected + "', but was '"
                + value.getNodeType().name().toLowerCase(Locale.ROOT) + "' for value: " + value);
    }
}
