package drivetrain.orders.handlers;

import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** An order's state in one word. */
@Json
record OrderStatusBody(String orderId, String status) {
    static final JsonType<OrderStatusBody> TYPE = JsonTypes.strict(OrderStatusBody.class);
}
