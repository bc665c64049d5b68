package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.definition.ChoiceRule;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationContext;

/** A visit of a state that takes no time: Pass, Choice, Succeed, Fail. */
final class InstantVisit extends Visit {

    InstantVisit(Branch branch, State state, JsonNode input) {
        super(branch, state, input);
    }

    @Override
    Outcome attempt() {
        return switch (state()) {
            case State.Pass pass -> succeed(InstantStates.result(pass, context()));
            case State.Choice choice -> choose(choice);
            case State.Succeed succeed -> succeed(new DataFlow(succeed).input(context()));
            case State.Fail fail ->
                failed(InstantStates.error(fail, context()), FailureOrigin.STATE);
            case State.Task _,State.Wait _,State.Parallel _,State.Map _ ->
                throw new IllegalStateException("takes time");
        };
    }

    private Outcome choose(State.Choice choice) {
        EvaluationContext raw = context();
        ChoiceRule rule = InstantStates.rule(choice, raw);
        return leave(rule == null ? choice.defaultNext() : rule.next(),
                new DataFlow(choice).chosen(raw, rule));
    }
}
