package drivetrain.gateway.stepfunctions;

import drivetrain.gateway.application.OverviewWorkflow;
import drivetrain.gateway.domain.Identity;
import drivetrain.gateway.domain.Overview;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.JsonType;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

/**
 * The overview as an Express workflow, which is waited for.
 *
 * <p>Source: AWS Step Functions API reference, {@code StartSyncExecution}: an execution that fails
 * or times out is an answer like any other, and says so in its status.
 */
public final class StepFunctionsOverview implements OverviewWorkflow {
    private static final JsonType<OverviewInput> INPUT = JsonTypes.strict(OverviewInput.class);
    private static final JsonType<OverviewOutput> OUTPUT = JsonTypes
            .tolerant(OverviewOutput.class);

    private final SfnClient client;
    private final String stateMachineArn;

    public StepFunctionsOverview(SfnClient client, String stateMachineArn) {
        this.client = client;
        this.stateMachineArn = stateMachineArn;
    }

    @Override
    public Optional<Overview> run(OrderId orderId, Identity caller,
            CorrelationId correlationId) {
        var execution = execute(
                INPUT.toJson(OverviewInput.of(orderId, caller, correlationId)));
        return switch (execution.status()) {
            case SUCCEEDED -> OUTPUT.fromJson(execution.output()).toOverview();
            case TIMED_OUT -> throw new DependencyUnavailable("the overview timed out");
            case FAILED, UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException(
                    "the overview " + execution.statusAsString() + ": " + execution.error());
        };
    }

    private StartSyncExecutionResponse execute(String input) {
        try {
            return client.startSyncExecution(
                    request -> request.stateMachineArn(stateMachineArn).input(input));
        } catch (SfnException fault) {
            throw fault.isThrottlingException() || fault.statusCode() >= 500
                    ? new DependencyUnavailable("the overview wasn't started", fault)
                    : fault;
        } catch (SdkClientException unreachable) {
            throw new DependencyUnavailable("the overview didn't answer", unreachable);
        }
    }
}
