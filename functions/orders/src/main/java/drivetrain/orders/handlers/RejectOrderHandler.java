package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.RejectOrder;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the checkout: ends an order that can't be carried out. */
public final class RejectOrderHandler implements RequestStreamHandler {
    private final TaskFunction<RejectOrderInput, OutcomeOutput> function;

    public RejectOrderHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public RejectOrderHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private RejectOrderHandler(OrdersComponent component) {
        this(component.rejectOrder());
    }

    RejectOrderHandler(RejectOrder rejectOrder) {
        this.function = new TaskFunction<>(RejectOrderInput.class, OutcomeOutput.class,
                input -> OutcomeOutput.of(rejectOrder.reject(new OrderId(input.orderId()),
                        input.reason(), new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
