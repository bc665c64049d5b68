package drivetrain.shipping.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.lambda.TaskInput;
import drivetrain.lambda.TaskOutput;
import drivetrain.shipping.AddressJson;
import drivetrain.shipping.ShippingComponent;
import drivetrain.shipping.application.BookShipment;
import drivetrain.shipping.domain.Parcel;
import io.avaje.jsonb.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A step of the checkout, after the pivot: {@link BookShipment}. */
public final class BookShipmentHandler implements RequestStreamHandler {
    private final TaskFunction<Input, Output> function;

    @Json
    record Input(String orderId, String customerId, AddressJson shipTo, long massGrams,
            String correlationId) implements TaskInput {
        Parcel parcel() {
            return new Parcel(new CustomerId(customerId), shipTo.toAddress(), massGrams);
        }
    }

    @Json
    record Output(String outcome, String shipmentId, String trackingCode, String carrier)
            implements
                TaskOutput {
        static Output of(BookShipment.Outcome outcome) {
            return switch (outcome) {
                case BookShipment.Outcome.Done done ->
                    new Output("BOOKED", done.label().shipmentId().value(),
                            done.label().trackingCode(), done.label().carrier());
                case BookShipment.Outcome.CalledOff _ -> new Output("CANCELLED", null, null, null);
            };
        }
    }

    public BookShipmentHandler() {
        this(ShippingComponent.deployed().bookShipment());
    }

    public BookShipmentHandler(Map<String, String> environment) {
        this(ShippingComponent.of(environment).bookShipment());
    }

    BookShipmentHandler(BookShipment useCase) {
        this.function = new TaskFunction<>(Input.class, Output.class,
                input -> Output.of(useCase.book(new OrderId(input.orderId()), input.parcel(),
                        new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
