package drivetrain.orders.handlers;

import drivetrain.lambda.TaskInput;
import drivetrain.orders.domain.Fulfilment;
import io.avaje.jsonb.Json;

/** Which order is sent, and how. */
@Json
record FulfilOrderInput(String orderId, String correlationId, String shipmentId,
        String trackingCode, String carrier) implements TaskInput {
    Fulfilment fulfilment() {
        return new Fulfilment(shipmentId, trackingCode, carrier);
    }
}
