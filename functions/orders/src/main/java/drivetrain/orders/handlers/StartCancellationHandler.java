package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.EventFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.StartCancellation;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On {@code CancellationRequested}, past the pivot: starts undoing the order. */
public final class StartCancellationHandler implements RequestStreamHandler {
    private final EventFunction function;

    public StartCancellationHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public StartCancellationHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private StartCancellationHandler(OrdersComponent component) {
        this(component.startCancellation());
    }

    StartCancellationHandler(StartCancellation startCancellation) {
        this.function = new EventFunction(event -> {
            var metadata = event.ours().metadata();
            var order = OrderEventData.TYPE.fromJson(event.ours().data());
            startCancellation.start(new OrderId(order.orderId()),
                    new CustomerId(order.customerId()), metadata.version(),
                    new CorrelationId(metadata.correlationId()));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
