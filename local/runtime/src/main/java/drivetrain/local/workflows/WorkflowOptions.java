package drivetrain.local.workflows;

import drivetrain.local.aws.AwsCall;
import drivetrain.local.lambda.FunctionInvoker;

/**
 * What the workflows run with.
 *
 * @param timeScale
 *            by how much the waits of Wait states and between retries are multiplied; 1 is what
 *            the definitions say, and timeouts are never scaled
 * @param functions
 *            what tasks invoke
 * @param aws
 *            what tasks call besides
 * @param events
 *            gets the status changes of Standard executions
 */
public record WorkflowOptions(String region, String accountId, double timeScale,
        FunctionInvoker functions, AwsCall aws, ExecutionEvents events) {}
