package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.ChoiceRule;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Expression;

/** A visit of a state that takes no time: Pass, Choice, Succeed, Fail. */
final class InstantVisit extends Visit {

    InstantVisit(Branch branch, State state, JsonNode input) {
        super(branch, state, input);
    }

    @Override
    Outcome attempt() {
        return switch (state()) {
            case State.Pass pass -> pass(pass);
            case State.Choice choice -> choose(choice);
            case State.Succeed succeed -> succeed(new DataFlow(succeed).input(context()));
            case State.Fail fail -> fail(fail);
            case State.Task _,State.Wait _,State.Parallel _,State.Map _ ->
                throw new IllegalStateException("takes time");
        };
    }

    private Outcome pass(State.Pass pass) {
        return succeed(pass.result() == null
                ? new DataFlow(pass).arguments(context())
                : pass.result().evaluate(context()));
    }

    private Outcome choose(State.Choice choice) {
        DataFlow flow = new DataFlow(choice);
        EvaluationContext raw = context();
        JsonNode input = flow.input(raw);
        EvaluationContext seen = raw.withInput(input);
        for (ChoiceRule rule : choice.rules()) {
            if (rule.condition().test(seen)) {
                return leave(rule.next(), flow.chosen(raw, rule));
            }
        }
        if (choice.defaultNext() == null) {
            throw new StateFailure("States.NoChoiceMatched", described("Failed to transition out "
                    + "of the state. The state does not point to a next state."));
        }
        return leave(choice.defaultNext(), flow.chosen(raw, null));
    }

    private Outcome fail(State.Fail fail) {
        EvaluationContext context = context();
        ErrorOutput error = new ErrorOutput(text("Error", fail.error(), context),
                text("Cause", fail.cause(), context));
        return failed(error, false);
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
