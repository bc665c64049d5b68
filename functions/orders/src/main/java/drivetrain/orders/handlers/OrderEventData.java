package drivetrain.orders.handlers;

import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** What is taken of an order's event: which order, and whose. */
@Json
record OrderEventData(String orderId, String customerId) {
    static final JsonType<OrderEventData> TYPE = JsonTypes.tolerant(OrderEventData.class);
}
