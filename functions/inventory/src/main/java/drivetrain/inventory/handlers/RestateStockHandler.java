package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.lambda.EventFunction;
import drivetrain.outbox.Restatement;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * On a schedule, or when an operator calls it: publishes {@code StockRestated} of the stock of each product, so
 * that copies that missed something are repaired.
 */
public final class RestateStockHandler implements RequestStreamHandler {
    private final EventFunction function;

    public RestateStockHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public RestateStockHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private RestateStockHandler(InventoryComponent component) {
        this(component.restatement());
    }

    RestateStockHandler(Restatement restatement) {
        this.function = new EventFunction(restatement::restate);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
