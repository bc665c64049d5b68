package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.DeclineCancellation;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the cancellation: gives up, since it comes too late. */
public final class DeclineCancellationHandler implements RequestStreamHandler {
    private final TaskFunction<DeclineCancellationInput, OutcomeOutput> function;

    public DeclineCancellationHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public DeclineCancellationHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private DeclineCancellationHandler(OrdersComponent component) {
        this(component.declineCancellation());
    }

    DeclineCancellationHandler(DeclineCancellation declineCancellation) {
        this.function = new TaskFunction<>(DeclineCancellationInput.class, OutcomeOutput.class,
                input -> OutcomeOutput.of(declineCancellation.decline(new OrderId(input.orderId()),
                        input.reason(), new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
