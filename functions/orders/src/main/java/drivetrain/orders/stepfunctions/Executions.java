package drivetrain.orders.stepfunctions;

import drivetrain.kernel.DependencyUnavailable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** Starts executions of one state machine, each name once. */
final class Executions {
    private final SfnClient client;
    private final String stateMachineArn;

    Executions(SfnClient client, String stateMachineArn) {
        this.client = client;
        this.stateMachineArn = stateMachineArn;
    }

    /**
     * Starts an execution, unless one of this name has been started in the last 90 days.
     *
     * <p>Source: AWS Step Functions API reference, {@code StartExecution}.
     *
     * @throws DependencyUnavailable on a throttle, a fault of the service, or a timeout
     */
    void start(String name, String input) {
        try {
            client.startExecution(request -> request.stateMachineArn(stateMachineArn).name(name)
                    .input(input));
        } catch (ExecutionAlreadyExistsException started) {
            // Somebody was told twice.
        } catch (SfnException fault) {
            throw fault.isThrottlingException() || fault.statusCode() >= 500
                    ? new DependencyUnavailable("execution " + name + " not started", fault)
                    : fault;
        } catch (SdkClientException unreachable) {
            throw new DependencyUnavailable("execution " + name + " may not have started",
                    unreachable);
        }
    }
}
