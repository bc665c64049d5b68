package drivetrain.states.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One attempt of a Task state: what is asked, and how to report that it was submitted. */
public interface TaskCall {

    /**
     * What is called.
     *
     * @return the parsed resource; never an activity, which the engine serves itself
     */
    TaskResource resource();

    /**
     * The evaluated Arguments or Parameters; treat it as immutable.
     *
     * @return any JSON
     */
    JsonNode arguments();

    /**
     * The context object of the state ({@code $$} or {@code $states.context}).
     *
     * @return an object; treat it as immutable
     */
    JsonNode context();

    /**
     * The state that calls.
     *
     * @return its name
     */
    String stateName();

    /**
     * The execution that calls.
     *
     * @return its ARN
     */
    String executionArn();

    /**
     * The role that the state machine (or the state's Credentials) names.
     *
     * @return an ARN, or empty where none was given
     */
    Optional<String> roleArn();

    /**
     * For {@code .sync} integrations: the job was started. Writes TaskSubmitted; call it at most
     * once, before the stage that {@link TaskIntegration#invoke} returned completes. For the other
     * patterns it does nothing.
     *
     * @param output the answer of the call that started the job
     */
    void submitted(JsonNode output);

    /**
     * Runs an action if the state gives up on this call (timeout, stop, failed sibling).
     *
     * @param action must not block
     */
    void onAbandoned(Runnable action);
}
