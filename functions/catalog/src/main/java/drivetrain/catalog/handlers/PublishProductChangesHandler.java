package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.lambda.StreamFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On the stream of the product table: publishes {@code ProductChanged}. */
public final class PublishProductChangesHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public PublishProductChangesHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public PublishProductChangesHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private PublishProductChangesHandler(CatalogComponent component) {
        this(component.productChanges());
    }

    PublishProductChangesHandler(StreamFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
