package drivetrain.orders.domain;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.List;

/** What has happened to an order. Each event names the customer, so that it can be told alone. */
public sealed interface OrderEvent {

    /** Whose order it is. */
    CustomerId customerId();

    /** The order was taken in, with the prices of that moment; nothing is reserved or paid yet. */
    record OrderPlaced(OrderId orderId, CustomerId customerId, List<OrderLine> lines, Money total,
            Address shipTo, String paymentMethod) implements OrderEvent {
        public OrderPlaced {
            lines = List.copyOf(lines);
        }

        /** The state of a new order. */
        public Order start(Instant occurredAt) {
            return new Placed(new Purchase(orderId, customerId, lines, total, shipTo,
                    paymentMethod, occurredAt));
        }
    }

    /** Stock and payment are secured: the pivot, after which the order is carried out. */
    record OrderConfirmed(CustomerId customerId, String paymentId) implements OrderEvent {}

    /** The order can't be carried out. */
    record OrderRejected(CustomerId customerId, String reason) implements OrderEvent {}

    /**
     * The customer wants the order cancelled.
     *
     * @param afterPivot whether it was confirmed already, so that a workflow must undo it
     */
    record CancellationRequested(CustomerId customerId, boolean afterPivot) implements OrderEvent {}

    /** The cancellation comes too late; the order goes on as if it hadn't been requested. */
    record CancellationDeclined(CustomerId customerId, String reason) implements OrderEvent {}

    /** The order is cancelled, and all that was done for it undone. */
    record OrderCancelled(CustomerId customerId) implements OrderEvent {}

    /** The order is paid, and its shipment booked. */
    record OrderFulfilled(CustomerId customerId, Fulfilment fulfilment) implements OrderEvent {}

    /** The carrier has delivered it. */
    record OrderDelivered(CustomerId customerId, Instant deliveredAt) implements OrderEvent {}
}
