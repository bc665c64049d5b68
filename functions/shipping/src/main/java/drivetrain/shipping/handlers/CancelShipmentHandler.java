package drivetrain.shipping.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.lambda.TaskInput;
import drivetrain.lambda.TaskOutput;
import drivetrain.shipping.ShippingComponent;
import drivetrain.shipping.application.CancelShipment;
import io.avaje.jsonb.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The first step of the cancellation of a confirmed order: {@link CancelShipment}. */
public final class CancelShipmentHandler implements RequestStreamHandler {
    private final TaskFunction<Input, Output> function;

    @Json
    record Input(String orderId, String correlationId) implements TaskInput {}

    @Json
    record Output(String outcome) implements TaskOutput {
        static Output of(CancelShipment.Outcome outcome) {
            return new Output(switch (outcome) {
                case CANCELLED -> "CANCELLED";
                case NOTHING_BOOKED -> "NOTHING_BOOKED";
                case ALREADY_DISPATCHED -> "ALREADY_DISPATCHED";
            });
        }
    }

    public CancelShipmentHandler() {
        this(ShippingComponent.deployed().cancelShipment());
    }

    public CancelShipmentHandler(Map<String, String> environment) {
        this(ShippingComponent.of(environment).cancelShipment());
    }

    CancelShipmentHandler(CancelShipment useCase) {
        this.function = new TaskFunction<>(Input.class, Output.class,
                input -> Output.of(useCase.cancel(new OrderId(input.orderId()),
                        new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
