package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** A task that waits for its token. */
interface TokenHolder {

    /** A worker has taken it. */
    void started(String workerName);

    void succeed(JsonNode output);

    void fail(String error, String cause);

    void heartbeat();
}
