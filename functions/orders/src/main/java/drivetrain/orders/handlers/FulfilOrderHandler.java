package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.FulfilOrder;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the checkout, the last: notes that the order is paid and sent. */
public final class FulfilOrderHandler implements RequestStreamHandler {
    private final TaskFunction<FulfilOrderInput, OutcomeOutput> function;

    public FulfilOrderHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public FulfilOrderHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private FulfilOrderHandler(OrdersComponent component) {
        this(component.fulfilOrder());
    }

    FulfilOrderHandler(FulfilOrder fulfilOrder) {
        this.function = new TaskFunction<>(FulfilOrderInput.class, OutcomeOutput.class,
                input -> OutcomeOutput.of(fulfilOrder.fulfil(new OrderId(input.orderId()),
                        input.fulfilment(), new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
