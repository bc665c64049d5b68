package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.EventFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.StartCheckout;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On {@code OrderPlaced}: starts the checkout. */
public final class StartCheckoutHandler implements RequestStreamHandler {
    private final EventFunction function;

    public StartCheckoutHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public StartCheckoutHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private StartCheckoutHandler(OrdersComponent component) {
        this(component.startCheckout());
    }

    StartCheckoutHandler(StartCheckout startCheckout) {
        this.function = new EventFunction(event -> {
            var detail = event.ours();
            var order = OrderEventData.TYPE.fromJson(detail.data());
            startCheckout.start(new OrderId(order.orderId()),
                    new CorrelationId(detail.metadata().correlationId()));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
