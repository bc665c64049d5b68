package drivetrain.orders.handlers;

import drivetrain.kernel.Money;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.application.PlaceOrder.Outcome.Accepted;
import drivetrain.orders.domain.Status;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** The answer to an order; the same, however often it is sent. */
@Json
record PlacedOrderBody(String orderId, String status, Money total) {
    static final JsonType<PlacedOrderBody> TYPE = JsonTypes.strict(PlacedOrderBody.class);

    static PlacedOrderBody of(Accepted accepted) {
        return new PlacedOrderBody(accepted.orderId().value(), Status.PLACED.name(),
                accepted.total());
    }
}
