package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskResource;
import java.util.Optional;
import java.util.function.Consumer;

/** The call by which a Map state reads its items or writes its results. */
record MapCall(Visit visit, TaskResource resource, JsonNode arguments, JsonNode context)
        implements
            TaskCall {

    @Override
    public String stateName() {
        return visit.state().name();
    }

    @Override
    public String executionArn() {
        return visit.branch().scope().identity().executionArn();
    }

    @Override
    public Optional<String> roleArn() {
        return Optional.ofNullable(visit.execution().machine().roleArn());
    }

    @Override
    public void submitted(JsonNode output) {
        // Reading and writing have no such event.
    }

    @Override
    public void onAbandoned(Runnable action) {
        // A read or write that nobody waits for any more ends by itself.
    }

    /** Calls; what goes wrong is an error of the state. */
    void invoke(String error, Consumer<JsonNode> whenDone) {
        visit.core().integration(resource).orElseThrow(() -> new StateFailure(error,
                "No integration serves the resource '" + resource.arn() + "'.")).invoke(this)
                .whenComplete((result, thrown) -> {
                    if (thrown == null) {
                        whenDone.accept(result);
                    } else {
                        visit.resume(() -> visit.failed(new ErrorOutput(error,
                                Failures.of(thrown).cause()), FailureOrigin.STATE));
                    }
                });
    }
}
