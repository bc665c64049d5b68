package drivetrain.states.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.StatesException.Code;
import drivetrain.states.TestStateRequest;
import drivetrain.states.TestStateResult;
import drivetrain.states.definition.State;
import drivetrain.states.definition.StateMachine;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.RandomValues;
import drivetrain.states.task.TaskFailure;
import java.util.concurrent.CompletionStage;

/** TestState: finds the state, checks the mock, and runs the test. */
final class StateTester {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NAME = "StateName";

    private final Core core;

    StateTester(Core core) {
        this.core = core;
    }

    CompletionStage<TestStateResult> test(TestStateRequest request) {
        State state = state(request);
        JsonNode mocked = new MockCheck(request, state).result();
        String id = RandomValues.uuid(core.surroundings().random());
        EvaluationContext context = StateTest.context(request, state, core, id);
        return new StateTest(request, state, context, mocked)
                .run((task, arguments) -> call(task, arguments, request, context, id));
    }

    private State state(TestStateRequest request) {
        JsonNode definition = parsed(request.definition());
        if (definition.has("States")) {
            State state = StateMachine.parse(request.definition(), StateMachineType.STANDARD)
                    .find(request.stateName());
            if (state == null) {
                throw new StatesException(Code.ValidationException, "State not found: '"
                        + request.stateName() + "'");
            }
            return state;
        }
        return StateMachine.parseState(NAME, definition);
    }

    private static JsonNode parsed(String definition) {
        try {
            return MAPPER.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new InvalidDefinitionException(StateMachine.validate(definition,
                    StateMachineType.STANDARD));
        }
    }

    private CompletionStage<JsonNode> call(State.Task task, JsonNode arguments,
            TestStateRequest request, EvaluationContext context, String id) {
        ObjectNode object = (ObjectNode) context.contextObject();
        return core.integration(task.resource())
                .orElseThrow(() -> new TaskFailure("States.Runtime",
                        "No integration serves the resource '" + task.resource().arn() + "'."))
                .invoke(new TestCall(task, arguments, object, request.roleArn(), id));
    }
}
