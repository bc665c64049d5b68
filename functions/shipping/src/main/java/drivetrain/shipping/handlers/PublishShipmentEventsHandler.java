package drivetrain.shipping.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.StreamFunction;
import drivetrain.shipping.ShippingComponent;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Publishes what the stream of the Shipments table tells. */
public final class PublishShipmentEventsHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public PublishShipmentEventsHandler() {
        this(ShippingComponent.deployed().eventPublisher());
    }

    public PublishShipmentEventsHandler(Map<String, String> environment) {
        this(ShippingComponent.of(environment).eventPublisher());
    }

    PublishShipmentEventsHandler(StreamFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
