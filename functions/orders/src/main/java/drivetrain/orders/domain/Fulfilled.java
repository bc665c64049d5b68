package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import java.util.Optional;

/** Paid, and its shipment booked. */
public record Fulfilled(Purchase purchase, String paymentId, Fulfilment fulfilment)
        implements
            Standing {
    public Fulfilled {
        requireNonNull(paymentId, "paymentId");
        requireNonNull(fulfilment, "fulfilment");
    }

    @Override
    public Status status() {
        return Status.FULFILLED;
    }

    @Override
    public Optional<Fulfilment> shipment() {
        return Optional.of(fulfilment);
    }

    @Override
    public Order after(OrderEvent event) {
        return switch (event) {
            case OrderDelivered delivered -> new Delivered(purchase, paymentId,
                    Optional.of(fulfilment), delivered.deliveredAt());
            case CancellationRequested _ -> new Cancelling(this);
            default -> throw new IllegalTransition(this, event);
        };
    }
}
