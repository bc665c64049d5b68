package drivetrain.states.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/**
 * Does what a Task state asks. Given by the host, per service and action.
 *
 * <p>An implementation must not block its caller; a stage may complete on any thread. With
 * {@link TaskPattern#WAIT_FOR_TASK_TOKEN} the stage is the answer of the call that hands the token
 * out (TaskSubmitted); the state's result comes with the token. With {@link TaskPattern#SYNC} the
 * stage completes when the job has ended.
 *
 * <p>To fail, complete with a {@link TaskFailure}, or throw it. Any other exception is a failure
 * {@code States.TaskFailed} with its text as the cause.
 */
@FunctionalInterface
public interface TaskIntegration {

    /**
     * Starts the call.
     *
     * @param call what is asked
     * @return the result, later
     */
    CompletionStage<JsonNode> invoke(TaskCall call);
}
