package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import java.util.Optional;

/** Past the pivot: it is being paid and sent. */
public record Confirmed(Purchase purchase, String paymentId) implements Standing {
    public Confirmed {
        requireNonNull(paymentId, "paymentId");
    }

    @Override
    public Status status() {
        return Status.CONFIRMED;
    }

    /** Paid, and its shipment booked. */
    public OrderFulfilled fulfil(Fulfilment fulfilment) {
        return new OrderFulfilled(purchase.customerId(), fulfilment);
    }

    @Override
    public Order after(OrderEvent event) {
        return switch (event) {
            case OrderFulfilled fulfilled ->
                new Fulfilled(purchase, paymentId, fulfilled.fulfilment());
            case CancellationRequested _ -> new Cancelling(this);
            // A fast carrier's news may come before the checkout has noted the booking.
            case OrderDelivered delivered -> new Delivered(purchase, paymentId, Optional.empty(),
                    delivered.deliveredAt());
            default -> throw new IllegalTransition(this, event);
        };
    }
}
