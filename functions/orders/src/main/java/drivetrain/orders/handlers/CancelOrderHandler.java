package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.CancelOrder;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of both sagas: ends an order once all is undone. */
public final class CancelOrderHandler implements RequestStreamHandler {
    private final TaskFunction<CancelOrderInput, OutcomeOutput> function;

    public CancelOrderHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public CancelOrderHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private CancelOrderHandler(OrdersComponent component) {
        this(component.cancelOrder());
    }

    CancelOrderHandler(CancelOrder cancelOrder) {
        this.function = new TaskFunction<>(CancelOrderInput.class, OutcomeOutput.class,
                input -> OutcomeOutput.of(cancelOrder.cancel(new OrderId(input.orderId()),
                        new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
