package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.definition.State;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskResource;
import java.util.Optional;

/** The call of a Task state that is tested alone. */
record TestCall(State.Task task, JsonNode arguments, JsonNode context, String role,
        String executionArn) implements TaskCall {

    @Override
    public TaskResource resource() {
        return task.resource();
    }

    @Override
    public String stateName() {
        return task.name();
    }

    @Override
    public Optional<String> roleArn() {
        return Optional.ofNullable(role);
    }

    @Override
    public void submitted(JsonNode output) {
        // A test has no history.
    }

    @Override
    public void onAbandoned(Runnable action) {
        // A test isn't abandoned.
    }
}
