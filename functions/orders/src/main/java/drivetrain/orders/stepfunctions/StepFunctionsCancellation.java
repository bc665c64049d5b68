package drivetrain.orders.stepfunctions;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.application.CancellationWorkflow;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The cancellation as a state machine; the execution's name is the order's id and the version of
 * the request, so that each request starts one.
 */
public final class StepFunctionsCancellation implements CancellationWorkflow {
    private static final JsonType<Input> INPUT = JsonTypes.strict(Input.class);

    private final Executions executions;

    public StepFunctionsCancellation(SfnClient client, String stateMachineArn) {
        this.executions = new Executions(client, stateMachineArn);
    }

    @Json
    record Input(String orderId, String customerId, String correlationId) {}

    @Override
    public void start(OrderId orderId, CustomerId customerId, long requestVersion,
            CorrelationId correlationId) {
        executions.start(orderId + "-" + requestVersion, INPUT.toJson(
                new Input(orderId.value(), customerId.value(), correlationId.value())));
    }
}
