package drivetrain.local.aws;

import com.fasterxml.jackson.databind.JsonNode;

/** The operations of one AWS service, in the JSON of its API reference. */
@FunctionalInterface
public interface AwsService {
    /**
     * Calls an operation and waits for its answer; any thread may.
     *
     * @param operation
     *            such as {@code SendMessage}
     * @throws AwsFailure
     *             for every error that the service defines
     */
    JsonNode call(String operation, JsonNode request);
}
