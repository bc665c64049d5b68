package drivetrain.orders.handlers;

import drivetrain.kernel.Money;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.application.OrderView;
import drivetrain.orders.domain.OrderLine;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;

/** An order, as {@code api/openapi.yaml} has it. */
@Json
record OrderBody(String orderId, String status, long version, List<Line> lines, Money total,
        Instant placedAt, Instant updatedAt, String paymentId, String trackingCode,
        String rejection, boolean parked) {
    static final JsonType<OrderBody> TYPE = JsonTypes.strict(OrderBody.class);

    @Json
    record Line(String sku, String name, int quantity, Money unitPrice) {
        static Line of(OrderLine line) {
            return new Line(line.sku().value(), line.name(), line.quantity(), line.unitPrice());
        }
    }

    static OrderBody of(OrderView view) {
        return new OrderBody(view.orderId().value(), view.status().name(), view.version(),
                view.lines().stream().map(Line::of).toList(), view.total(), view.placedAt(),
                view.updatedAt(), view.paymentId().orElse(null),
                view.trackingCode().orElse(null), view.rejection().orElse(null), view.parked());
    }
}
