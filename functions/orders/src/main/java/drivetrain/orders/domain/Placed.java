package drivetrain.orders.domain;

import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderConfirmed;
import drivetrain.orders.domain.OrderEvent.OrderRejected;

/** Taken in; its checkout has not reached the pivot. */
public record Placed(Purchase purchase) implements Order {
    @Override
    public Status status() {
        return Status.PLACED;
    }

    /** Passes the pivot. */
    public OrderConfirmed confirm(String paymentId) {
        return new OrderConfirmed(purchase.customerId(), paymentId);
    }

    /** Ends an order that can't be carried out. */
    public OrderRejected reject(String reason) {
        return new OrderRejected(purchase.customerId(), reason);
    }

    /** Asks the checkout to stop before the pivot. */
    public CancellationRequested requestCancellation() {
        return new CancellationRequested(purchase.customerId(), false);
    }

    @Override
    public Order after(OrderEvent event) {
        return switch (event) {
            case OrderConfirmed confirmed -> new Confirmed(purchase, confirmed.paymentId());
            case OrderRejected rejected -> new Rejected(purchase, rejected.reason());
            case CancellationRequested _ -> new Withdrawing(purchase);
            default -> throw new IllegalTransition(this, event);
        };
    }
}
