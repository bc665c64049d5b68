package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.StreamFunction;
import drivetrain.orders.OrdersComponent;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On the stream of the log: publishes each event on the bus. */
public final class PublishOrderEventsHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public PublishOrderEventsHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public PublishOrderEventsHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private PublishOrderEventsHandler(OrdersComponent component) {
        this(component.orderEvents());
    }

    PublishOrderEventsHandler(StreamFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
