package drivetrain.orders.stepfunctions;

import drivetrain.kernel.CorrelationId;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.application.CheckoutWorkflow;
import drivetrain.orders.domain.Purchase;
import io.avaje.jsonb.JsonType;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The checkout as a state machine; the execution's name is the order's id. */
public final class StepFunctionsCheckout implements CheckoutWorkflow {
    private static final JsonType<CheckoutInput> INPUT = JsonTypes.strict(CheckoutInput.class);

    private final Executions executions;

    public StepFunctionsCheckout(SfnClient client, String stateMachineArn) {
        this.executions = new Executions(client, stateMachineArn);
    }

    @Override
    public void start(Purchase purchase, CorrelationId correlationId) {
        executions.start(purchase.orderId().value(),
                INPUT.toJson(CheckoutInput.of(purchase, correlationId)));
    }
}
