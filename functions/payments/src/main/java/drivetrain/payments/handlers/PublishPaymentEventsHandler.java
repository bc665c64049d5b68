package drivetrain.payments.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.StreamFunction;
import drivetrain.payments.PaymentsComponent;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Publishes what the stream of the Payments table tells. */
public final class PublishPaymentEventsHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public PublishPaymentEventsHandler() {
        this(PaymentsComponent.deployed().eventPublisher());
    }

    public PublishPaymentEventsHandler(Map<String, String> environment) {
        this(PaymentsComponent.of(environment).eventPublisher());
    }

    PublishPaymentEventsHandler(StreamFunction function) {
        this.function = function;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
