package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.inventory.application.ReleaseStock;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Compensation of the sagas: gives up what an order holds. */
public final class ReleaseStockHandler implements RequestStreamHandler {
    private final TaskFunction<ReservationInput, ReservationOutput> function;

    public ReleaseStockHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ReleaseStockHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private ReleaseStockHandler(InventoryComponent component) {
        this(component.releaseStock());
    }

    ReleaseStockHandler(ReleaseStock releaseStock) {
        this.function = new TaskFunction<>(ReservationInput.class, ReservationOutput.class,
                input -> new ReservationOutput(releaseStock.release(new OrderId(input.orderId()),
                        new CorrelationId(input.correlationId())).name()));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
