package drivetrain.customers.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.customers.CustomersComponent;
import drivetrain.lambda.StreamFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On the stream of the profile table: publishes {@code CustomerChanged}. */
public final class PublishCustomerChangesHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public PublishCustomerChangesHandler() {
        this(CustomersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public PublishCustomerChangesHandler(Map<String, String> environment) {
        this(CustomersComponent.of(environment));
    }

    private PublishCustomerChangesHandler(CustomersComponent component) {
        this(component.customerChanges());
    }

    PublishCustomerChangesHandler(StreamFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
