package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.orders.domain.OrderEvent.CancellationDeclined;
import drivetrain.orders.domain.OrderEvent.OrderCancelled;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import java.util.Optional;

/**
 * To be cancelled, past the pivot: a workflow is undoing it, or will find that it is too late.
 *
 * @param before the state that it returns to if the cancellation is declined
 */
public record Cancelling(Standing before) implements Order {
    public Cancelling {
        requireNonNull(before, "before");
    }

    @Override
    public Purchase purchase() {
        return before.purchase();
    }

    @Override
    public Status status() {
        return Status.CANCELLING;
    }

    @Override
    public Optional<String> payment() {
        return before.payment();
    }

    @Override
    public Optional<Fulfilment> shipment() {
        return before.shipment();
    }

    /** Ends the order; all that was done for it is undone. */
    public OrderCancelled cancel() {
        return new OrderCancelled(purchase().customerId());
    }

    /** Gives up on the cancellation. */
    public CancellationDeclined decline(String reason) {
        return new CancellationDeclined(purchase().customerId(), reason);
    }

    @Override
    public Order after(OrderEvent event) {
        return switch (event) {
            case OrderCancelled _ -> Cancelled.undone(before);
            case CancellationDeclined _ -> before;
            // Too late to cancel, whatever the workflow will find.
            case OrderDelivered _ -> before.after(event);
            default -> throw new IllegalTransition(this, event);
        };
    }
}
