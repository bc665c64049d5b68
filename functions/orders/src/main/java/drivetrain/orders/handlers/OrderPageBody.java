package drivetrain.orders.handlers;

import drivetrain.lambda.JsonTypes;
import drivetrain.orders.application.ViewStore.Page;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** A page of orders; without a cursor it is the last. */
@Json
record OrderPageBody(List<OrderBody> items, String nextCursor) {
    static final JsonType<OrderPageBody> TYPE = JsonTypes.strict(OrderPageBody.class);

    static OrderPageBody of(Page page) {
        return new OrderPageBody(page.orders().stream().map(OrderBody::of).toList(),
                page.next().map(Cursor::encode).orElse(null));
    }
}
