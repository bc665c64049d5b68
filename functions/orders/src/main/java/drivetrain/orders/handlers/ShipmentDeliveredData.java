package drivetrain.orders.handlers;

import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;

/** What orders take of shipping's {@code ShipmentDelivered}. */
@Json
record ShipmentDeliveredData(String orderId, Instant deliveredAt) {
    static final JsonType<ShipmentDeliveredData> TYPE = JsonTypes
            .tolerant(ShipmentDeliveredData.class);
}
