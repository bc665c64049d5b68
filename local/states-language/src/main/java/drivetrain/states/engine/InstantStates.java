package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.ChoiceRule;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Expression;

/** What the states that take no time compute. */
final class InstantStates {

    private InstantStates() {}

    /** The result of a Pass state. */
    static JsonNode result(State.Pass pass, EvaluationContext raw) {
        return pass.result() == null
                ? new DataFlow(pass).arguments(raw)
                : pass.result().evaluate(raw);
    }

    /** The rule that applies, or null for the default. */
    static ChoiceRule rule(State.Choice choice, EvaluationContext raw) {
        EvaluationContext seen = raw.withInput(new DataFlow(choice).input(raw));
        for (ChoiceRule rule : choice.rules()) {
            if (rule.condition().test(seen)) {
                return rule;
            }
        }
        if (choice.defaultNext() == null) {
            throw new EvaluationFailure("States.NoChoiceMatched", "Failed to transition out of "
                    + "the state. The state does not point to a next state.");
        }
        return null;
    }

    /** The error of a Fail state. */
    static ErrorOutput error(State.Fail fail, EvaluationContext raw) {
        return new ErrorOutput(text("Error", fail.error(), raw),
                text("Cause", fail.cause(), raw));
    }

    private static String text(String field, Expression expression, EvaluationContext context) {
        if (expression == null) {
            return null;
        }
        JsonNode value = expression.evaluate(context);
        if (!value.isTextual()) {
            throw EvaluationFailure.runtime("The field '" + field + "' must be a string but was: "
                    + value);
        }
        return value.textValue();
    }
}
