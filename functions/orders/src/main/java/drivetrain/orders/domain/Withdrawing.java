package drivetrain.orders.domain;

import drivetrain.orders.domain.OrderEvent.OrderCancelled;
import drivetrain.orders.domain.OrderEvent.OrderRejected;

/** To be cancelled, before the pivot: the checkout will find that it may not confirm. */
public record Withdrawing(Purchase purchase) implements Order {
    @Override
    public Status status() {
        return Status.CANCELLING;
    }

    /** Ends the order; the checkout has undone its steps. */
    public OrderCancelled cancel() {
        return new OrderCancelled(purchase.customerId());
    }

    /** Ends an order that couldn't have been carried out anyway. */
    public OrderRejected reject(String reason) {
        return new OrderRejected(purchase.customerId(), reason);
    }

    @Override
    public Order after(OrderEvent event) {
        return switch (event) {
            case OrderCancelled _ -> Cancelled.withdrawn(purchase);
            case OrderRejected rejected -> new Rejected(purchase, rejected.reason());
            default -> throw new IllegalTransition(this, event);
        };
    }
}
