package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.lambda.StreamFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On the stream of the stock table: publishes {@code StockChanged}. */
public final class PublishStockChangesHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public PublishStockChangesHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public PublishStockChangesHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private PublishStockChangesHandler(InventoryComponent component) {
        this(component.stockChanges());
    }

    PublishStockChangesHandler(StreamFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
