package drivetrain.states.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.StatesException;
import drivetrain.states.StatesException.Code;
import drivetrain.states.TestStateRequest;
import drivetrain.states.definition.State;
import drivetrain.states.task.TaskResource;

/** Refuses requests of TestState whose mock doesn't fit the state. */
final class MockCheck {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TestStateRequest request;
    private final State state;

    MockCheck(TestStateRequest request, State state) {
        this.request = request;
        this.state = state;
    }

    /** The mocked result, or null if there is none. */
    JsonNode result() {
        TestStateRequest.Mock mock = request.mock();
        Integer failures = request.configuration() == null
                ? null
                : request.configuration().mapIterationFailureCount();
        if (mock == null) {
            checkWithoutMock(failures);
            return null;
        }
        if (mock.result() != null && mock.errorOutput() != null) {
            throw refused("A test mock should have only one of the following fields: [result, "
                    + "errorOutput].");
        }
        JsonNode result = mock.result() == null ? null : parsed(mock.result());
        if (result != null) {
            checkShape(result, failures);
        }
        return result;
    }

    private void checkWithoutMock(Integer failures) {
        if (failures != null) {
            throw refused("TestState does not support MapIterationFailureCount when a mock is not "
                    + "specified.");
        }
        if (state instanceof State.Map || state instanceof State.Parallel) {
            throw new StatesException(Code.InvalidDefinition, "TestState API does not support Map "
                    + "or Parallel states. Supported state types include: [Task, Wait, Pass, "
                    + "Succeed, Fail, Choice]");
        }
        if (state instanceof State.Task && request.roleArn() == null) {
            throw refused("RoleArn must be specified when testing a Task state");
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw refused("Mocked result must be valid JSON");
        }
    }

    private void checkShape(JsonNode result, Integer failures) {
        switch (state) {
            case State.Map map when map.settings().writer() == null -> {
                checkArray(result);
                if (failures != null && failures > result.size()) {
                    throw refused("Map iteration failure count must be less than or equal to the "
                            + "number of Map iterations");
                }
            }
            case State.Parallel parallel -> {
                checkArray(result);
                if (result.size() != parallel.branches().size()) {
                    throw refused("Mocked result must have one element per branch.");
                }
            }
            case State.Task task when task.resource() instanceof TaskResource.Service service
                    && !"NONE".equals(request.mock().validation()) ->
                MockShapes.check(service, result);
            default -> {
                // Nothing is known about other results.
            }
        }
    }

    private static void checkArray(JsonNode result) {
        if (!result.isArray()) {
            throw refused("Mocked result must be an array.");
        }
    }

    static StatesException refused(String message) {
        return new StatesException(Code.ValidationException, message);
    }
}
