package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** SendTaskSuccess and its relatives: answers to {@code .waitForTaskToken} tasks and activities. */
public interface TaskTokens {

    /**
     * The task has succeeded.
     *
     * @param token what was handed out
     * @param output the result
     * @throws drivetrain.states.StatesException InvalidToken, TaskTimedOut, TaskDoesNotExist,
     *         InvalidOutput
     */
    void succeed(String token, JsonNode output);

    /**
     * The task has failed.
     *
     * @param token what was handed out
     * @param error the error name, or null
     * @param cause the cause, or null
     * @throws drivetrain.states.StatesException InvalidToken, TaskTimedOut, TaskDoesNotExist
     */
    void fail(String token, String error, String cause);

    /**
     * The task is alive: its heartbeat timeout begins anew.
     *
     * @param token what was handed out
     * @throws drivetrain.states.StatesException InvalidToken, TaskTimedOut, TaskDoesNotExist
     */
    void heartbeat(String token);
}
