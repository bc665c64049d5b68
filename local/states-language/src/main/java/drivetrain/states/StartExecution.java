package drivetrain.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * The request of StartExecution and StartSyncExecution.
 *
 * @param stateMachineArn the machine
 * @param name unique per machine (for 90 days on AWS, for ever here), or null for a generated one
 * @param input any JSON
 */
public record StartExecution(String stateMachineArn, String name, JsonNode input) {

    /** Refuses a request without machine or input. */
    public StartExecution {
        Objects.requireNonNull(stateMachineArn);
        Objects.requireNonNull(input);
    }
}
