package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.lambda.EventFunction;
import drivetrain.outbox.Restatement;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * On a schedule, or when an operator calls it: publishes {@code ProductRestated} of each product, so
 * that copies that missed something are repaired.
 */
public final class RestateProductsHandler implements RequestStreamHandler {
    private final EventFunction function;

    public RestateProductsHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public RestateProductsHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private RestateProductsHandler(CatalogComponent component) {
        this(component.restatement());
    }

    RestateProductsHandler(Restatement restatement) {
        this.function = new EventFunction(restatement::restate);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
