package drivetrain.orders.application;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Fulfilment;
import drivetrain.orders.domain.OrderLine;
import drivetrain.orders.domain.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as its customer sees it.
 *
 * @param version the version of the log that it shows
 * @param rejection why it was rejected, if it was
 * @param parked whether a workflow of it stands still until somebody looks after it; always false
 *     once the order has ended
 */
public record OrderView(OrderId orderId, CustomerId customerId, Status status, long version,
        List<OrderLine> lines, Money total, Instant placedAt, Instant updatedAt,
        Optional<String> paymentId, Optional<String> trackingCode, Optional<String> rejection,
        boolean parked) {
    public OrderView {
        lines = List.copyOf(lines);
        parked = parked && !status.isFinal();
    }

    /** What the log says; it knows nothing of workflows. */
    public static OrderView of(Stored stored) {
        var order = stored.order();
        var purchase = order.purchase();
        return new OrderView(purchase.orderId(), purchase.customerId(), order.status(),
                stored.version(), purchase.lines(), purchase.total(), purchase.placedAt(),
                stored.changedAt(), order.payment(), order.shipment().map(Fulfilment::trackingCode),
                order.rejection(), false);
    }
}
