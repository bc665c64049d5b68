package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.Catcher;
import drivetrain.states.definition.ChoiceRule;
import drivetrain.states.definition.State;
import drivetrain.states.definition.StateData;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.Variables;
import java.util.HashMap;
import java.util.Map;

/** What goes into a state, and what comes out of it, in both dialects. */
final class DataFlow {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final State state;
    private final StateData data;

    DataFlow(State state) {
        this.state = state;
        data = state.data();
    }

    /** Output and variables of a state that is about to be left. */
    record Exit(JsonNode output, JsonNode assigned) {

        void assignTo(Variables variables) {
            if (assigned != null) {
                Map<String, JsonNode> values = new HashMap<>();
                assigned.properties().forEach(e -> values.put(e.getKey(), e.getValue()));
                variables.assign(values);
            }
        }
    }

    static StateFailure tooBig(State state) {
        return new StateFailure("States.DataLimitExceeded", "The state/task '" + state.name()
                + "' returned a result with a size exceeding the maximum number of bytes service"
                + " limit.");
    }

    /** The raw input after InputPath. */
    JsonNode input(EvaluationContext raw) {
        return data.inputPath() == null ? raw.input() : data.inputPath().evaluate(raw);
    }

    /** What a task, a branch or a Pass state works on. */
    JsonNode arguments(EvaluationContext raw) {
        JsonNode input = input(raw);
        if (data.arguments() == null) {
            return input;
        }
        return data.arguments().evaluate(raw.withInput(input));
    }

    /** What comes of a result. */
    Exit exit(EvaluationContext raw, JsonNode result) {
        if (data.isJsonata()) {
            EvaluationContext context = hasResult() ? raw.withResult(result) : raw;
            JsonNode output = data.output() == null ? result : data.output().evaluate(context);
            return new Exit(output, assigned(data.assign(), context));
        }
        JsonNode assigned = assigned(data.assign(), raw.withInput(result));
        JsonNode selected = data.resultSelector() == null
                ? result
                : data.resultSelector().evaluate(raw.withInput(result));
        JsonNode placed = data.resultPath().place(raw.input(), selected);
        return new Exit(output(raw, placed), assigned);
    }

    private boolean hasResult() {
        return state instanceof State.Task || state instanceof State.Map
                || state instanceof State.Parallel;
    }

    /** What comes of a caught error. */
    Exit caught(EvaluationContext raw, Catcher catcher, ErrorOutput error) {
        JsonNode errorOutput = json(error);
        if (data.isJsonata()) {
            EvaluationContext context = raw.withError(errorOutput);
            JsonNode output = catcher.output() == null
                    ? errorOutput
                    : catcher.output().evaluate(context);
            return new Exit(output, assigned(catcher.assign(), context));
        }
        JsonNode assigned = assigned(catcher.assign(), raw.withInput(errorOutput));
        return new Exit(catcher.resultPath().place(raw.input(), errorOutput), assigned);
    }

    /** What comes of a choice; no rule stands for the default. */
    Exit chosen(EvaluationContext raw, ChoiceRule rule) {
        Expression assign = rule == null ? data.assign() : rule.assign();
        if (data.isJsonata()) {
            Expression given = rule == null ? data.output() : rule.output();
            JsonNode output = given == null ? raw.input() : given.evaluate(raw);
            return new Exit(output, assigned(assign, raw));
        }
        JsonNode input = input(raw);
        return new Exit(output(raw, input), assigned(assign, raw.withInput(input)));
    }

    private JsonNode output(EvaluationContext raw, JsonNode combined) {
        return data.outputPath() == null
                ? combined
                : data.outputPath().evaluate(raw.withInput(combined));
    }

    private static JsonNode assigned(Expression assign, EvaluationContext context) {
        return assign == null ? null : assign.evaluate(context);
    }

    /** An error as Catch sees it. */
    static ObjectNode json(ErrorOutput error) {
        return JSON.objectNode().put("Error", error.error()).put("Cause", error.cause());
    }
}
