package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.inventory.application.ReserveStock;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the checkout: promises all lines of an order, or none. */
public final class ReserveStockHandler implements RequestStreamHandler {
    private final TaskFunction<ReserveStockInput, ReserveStockOutput> function;

    public ReserveStockHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ReserveStockHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private ReserveStockHandler(InventoryComponent component) {
        this(component.reserveStock());
    }

    ReserveStockHandler(ReserveStock reserveStock) {
        this.function = new TaskFunction<>(ReserveStockInput.class, ReserveStockOutput.class,
                input -> output(reserveStock.reserve(new OrderId(input.orderId()),
                        input.toLines(), new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ReserveStockOutput output(ReserveStock.Outcome outcome) {
        return switch (outcome) {
            case ReserveStock.Outcome.Reserved reserved ->
                new ReserveStockOutput("RESERVED", reserved.expiresAt(), null);
            case ReserveStock.Outcome.OutOfStock refused ->
                new ReserveStockOutput("OUT_OF_STOCK", null,
                        ReserveStockOutput.shortages(refused.shortages()));
            case ReserveStock.Outcome.Released _ ->
                new ReserveStockOutput("RELEASED", null, null);
        };
    }
}
