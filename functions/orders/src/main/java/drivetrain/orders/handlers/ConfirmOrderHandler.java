package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.ConfirmOrder;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the checkout, the pivot: from here on, only forward. */
public final class ConfirmOrderHandler implements RequestStreamHandler {
    private final TaskFunction<ConfirmOrderInput, OutcomeOutput> function;

    public ConfirmOrderHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ConfirmOrderHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private ConfirmOrderHandler(OrdersComponent component) {
        this(component.confirmOrder());
    }

    ConfirmOrderHandler(ConfirmOrder confirmOrder) {
        this.function = new TaskFunction<>(ConfirmOrderInput.class, OutcomeOutput.class,
                input -> OutcomeOutput.of(confirmOrder.confirm(new OrderId(input.orderId()),
                        input.paymentId(), new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
