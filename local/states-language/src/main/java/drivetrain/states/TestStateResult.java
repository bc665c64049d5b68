package drivetrain.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What TestState answers. What doesn't apply is null.
 *
 * @param status how it went
 * @param output the state's output
 * @param error the error name
 * @param cause the cause
 * @param nextState the state that would follow
 * @param inspectionData what each field made of the data, by the names of the API Reference; the
 *        values are JSON here, and text on the wire
 */
public record TestStateResult(Status status, JsonNode output, String error, String cause,
        String nextState, ObjectNode inspectionData) {

    /** How a test went. */
    public enum Status {
        /** The state has an output. */
        SUCCEEDED,
        /** Nothing matched the error. */
        FAILED,
        /** A retrier would try again. */
        RETRIABLE,
        /** A catcher matched. */
        CAUGHT_ERROR
    }
}
