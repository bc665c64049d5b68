package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.inventory.application.CommitStock;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the checkout: takes what an order has reserved off the shelf. */
public final class CommitStockHandler implements RequestStreamHandler {
    private final TaskFunction<ReservationInput, ReservationOutput> function;

    public CommitStockHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public CommitStockHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private CommitStockHandler(InventoryComponent component) {
        this(component.commitStock());
    }

    CommitStockHandler(CommitStock commitStock) {
        this.function = new TaskFunction<>(ReservationInput.class, ReservationOutput.class,
                input -> new ReservationOutput(commitStock.commit(new OrderId(input.orderId()),
                        new CorrelationId(input.correlationId())).name()));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
