package drivetrain.circuits.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.circuits.CircuitsComponent;
import drivetrain.lambda.StreamFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Publishes what the stream of the Circuits table tells, and counts it. */
public final class PublishCircuitEventsHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public PublishCircuitEventsHandler() {
        this(CircuitsComponent.deployed().eventPublisher());
    }

    public PublishCircuitEventsHandler(Map<String, String> environment) {
        this(CircuitsComponent.of(environment).eventPublisher());
    }

    PublishCircuitEventsHandler(StreamFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
