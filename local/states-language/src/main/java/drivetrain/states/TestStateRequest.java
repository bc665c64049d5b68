package drivetrain.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * The request of TestState: one state, run alone. What isn't given is null.
 *
 * @param definition a state, or a machine of which {@code stateName} names a state
 * @param stateName the state of a machine
 * @param roleArn needed to run a Task state without a mock
 * @param input the state's input; none stands for an empty object
 * @param level how much is told about the way from input to output
 * @param mock what stands for the task, the branches or the iterations
 * @param configuration the circumstances of the test
 * @param variables an object of the variables that are assigned
 * @param context an object that takes the place of parts of the context object
 */
public record TestStateRequest(String definition, String stateName, String roleArn, JsonNode input,
        Level level, Mock mock, Configuration configuration, JsonNode variables,
        JsonNode context) {

    /** How much is told. */
    public enum Level {
        /** The result only. */
        INFO,
        /** What each field of the state made of the data. */
        DEBUG,
        /** As {@link #DEBUG}, with raw requests and responses where a service has them. */
        TRACE
    }

    /**
     * What stands for the call.
     *
     * @param result the text of a JSON value, or null
     * @param errorOutput an error, or null
     * @param validation STRICT, PRESENT or NONE; null stands for STRICT
     */
    public record Mock(String result, ErrorOutput errorOutput, String validation) {}

    /**
     * The circumstances.
     *
     * @param retrierRetryCount how often the retrier that matches has retried already
     * @param errorCausedByState the state inside a Map or Parallel that the mocked error comes from
     * @param mapIterationFailureCount how many iterations have failed
     * @param mapItemReaderData the text of what the item reader gives
     */
    public record Configuration(Integer retrierRetryCount, String errorCausedByState,
            Integer mapIterationFailureCount, String mapItemReaderData) {}

    /** Refuses a request without a definition. */
    public TestStateRequest {
        Objects.requireNonNull(definition);
        Objects.requireNonNull(level);
    }
}
