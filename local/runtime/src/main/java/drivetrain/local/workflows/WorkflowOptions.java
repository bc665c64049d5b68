package drivetrain.local.workflows;

import drivetrain.local.aws.AwsDoor;
import drivetrain.local.iam.Permissions;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.meter.Meter;
import drivetrain.states.time.Scheduler;

/**
 * What the workflows run with.
 *
 * @param scheduler
 *            time and threads; stays the caller's to close
 * @param timeScale
 *            by how much the waits of Wait states and between retries are multiplied; 1 is what
 *            the definitions say, and timeouts are never scaled
 * @param functions
 *            what tasks invoke
 * @param aws
 *            what tasks call besides, each with the role of its workflow
 * @param permissions
 *            what the workflows may invoke
 * @param events
 *            gets the status changes of Standard executions
 * @param meter
 *            counts executions by what they are billed for
 */
public record WorkflowOptions(String region, String accountId, Scheduler scheduler,
        double timeScale,
        FunctionInvoker functions, AwsDoor aws, Permissions permissions, ExecutionEvents events,
        Meter meter) {}
