package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Activities: tasks that workers poll. */
public interface Activities {

    /**
     * Work for a worker, who answers through {@link TaskTokens}.
     *
     * @param taskToken identifies the answer
     * @param input what the state gave
     */
    record Work(String taskToken, JsonNode input) {}

    /**
     * CreateActivity; creating it again answers the same.
     *
     * @param name unique in the engine
     * @return the ARN
     * @throws drivetrain.states.StatesException InvalidName
     */
    String create(String name);

    /**
     * DeleteActivity; does nothing if there is none.
     *
     * @param arn the activity
     */
    void delete(String arn);

    /**
     * ListActivities.
     *
     * @return the ARNs in the order of their creation
     */
    List<String> list();

    /**
     * GetActivityTask: a long poll of 60 seconds.
     *
     * @param arn the activity
     * @param workerName shown in the history, or null
     * @return work, or empty when the poll ended without any
     * @throws drivetrain.states.StatesException ActivityDoesNotExist
     */
    CompletionStage<Optional<Work>> poll(String arn, String workerName);
}
