package drivetrain.local.lambda;

import drivetrain.local.aws.AwsCall;
import drivetrain.local.meter.Meter;
import java.net.URI;

/**
 * What the functions run with.
 *
 * @param awsEndpoint
 *            given to the functions as {@code AWS_ENDPOINT_URL}
 * @param timeScale
 *            by how much the waits between retries of asynchronous invocations are multiplied; 1 is
 *            Lambda's own pace, and timeouts are never scaled
 * @param destinations
 *            sends to queues and buses when an asynchronous invocation ends
 * @param log
 *            gets what the functions log
 * @param meter
 *            counts invocations, and the GB-seconds that they would be billed for if they took as
 *            long on AWS
 */
public record LambdaOptions(URI awsEndpoint, String region, String accountId, double timeScale,
        AwsCall destinations, FunctionLog log, Meter meter) {}
