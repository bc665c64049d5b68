package drivetrain.shipping.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Caller;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Problem;
import drivetrain.shipping.ShippingComponent;
import drivetrain.shipping.application.GetShipment;
import drivetrain.shipping.domain.Booked;
import drivetrain.shipping.domain.Booking;
import drivetrain.shipping.domain.Buying;
import drivetrain.shipping.domain.Cancelled;
import drivetrain.shipping.domain.Cancelling;
import drivetrain.shipping.domain.Delivered;
import drivetrain.shipping.domain.Dispatched;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Requested;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.Tombstone;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code GET /orders/{id}/shipment}. Somebody else's is a 404, as one that isn't there. */
public final class GetShipmentHandler implements RequestStreamHandler {
    private static final JsonType<ShipmentJson> SHIPMENT = JsonTypes.strict(ShipmentJson.class);

    private final ApiFunction function;

    @Json
    record ShipmentJson(String orderId, String status, String carrier, String trackingCode) {
        static ShipmentJson of(Requested shipment) {
            return switch (shipment) {
                case Booking _,Buying _ -> of(shipment, "BOOKING");
                case Booked booked -> of(shipment, "BOOKED", booked.label());
                case Dispatched moving -> of(shipment, "DISPATCHED", moving.label());
                case Delivered arrived -> of(shipment, "DELIVERED", arrived.label());
                case Cancelling _ -> of(shipment, "CANCELLING");
                case Cancelled _ -> of(shipment, "CANCELLED");
            };
        }

        private static ShipmentJson of(Requested shipment, String status) {
            return new ShipmentJson(shipment.orderId().value(), status, null, null);
        }

        private static ShipmentJson of(Requested shipment, String status, Label label) {
            return new ShipmentJson(shipment.orderId().value(), status, label.carrier(),
                    label.trackingCode());
        }
    }

    public GetShipmentHandler() {
        this(ShippingComponent.deployed().getShipment());
    }

    public GetShipmentHandler(Map<String, String> environment) {
        this(ShippingComponent.of(environment).getShipment());
    }

    GetShipmentHandler(GetShipment useCase) {
        this.function = new ApiFunction(request -> answer(request, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, GetShipment useCase) {
        var caller = request.requireCaller();
        return useCase.of(request.path("id", OrderId::new))
                .flatMap(shipment -> visible(caller, shipment))
                .map(shipment -> ApiResponse.json(200, SHIPMENT, ShipmentJson.of(shipment)))
                .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
    }

    private static Optional<Requested> visible(Caller caller, Shipment shipment) {
        return switch (shipment) {
            case Requested requested ->
                Optional.of(requested).filter(one -> caller.maySee(one.parcel().customerId()));
            case Tombstone _ -> Optional.empty();
        };
    }
}
