package drivetrain.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;

/**
 * A call to an AWS service without HTTP, with the service's own JSON request and answer (member
 * names as on the wire: {@code TableName}, {@code QueueUrl}, {@code stateMachineArn}).
 */
@FunctionalInterface
public interface AwsCall {
    /**
     * Calls an operation.
     *
     * @param service
     *            {@code dynamodb}, {@code sqs}, {@code events}, {@code states} or {@code lambda}
     * @param operation
     *            as in the service's API reference, such as {@code PutItem}
     * @return the answer; fails with {@link AwsFailure} for every error that the service defines
     */
    CompletableFuture<JsonNode> call(String service, String operation, JsonNode request);
}
