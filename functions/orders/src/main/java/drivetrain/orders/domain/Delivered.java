package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import java.time.Instant;
import java.util.Optional;

/**
 * With the customer.
 *
 * @param shipment empty while the checkout hasn't noted the booking
 */
public record Delivered(Purchase purchase, String paymentId, Optional<Fulfilment> shipment,
        Instant deliveredAt) implements Order {
    public Delivered {
        requireNonNull(paymentId, "paymentId");
        requireNonNull(shipment, "shipment");
        requireNonNull(deliveredAt, "deliveredAt");
    }

    @Override
    public Status status() {
        return Status.DELIVERED;
    }

    @Override
    public Optional<String> payment() {
        return Optional.of(paymentId);
    }

    @Override
    public Order after(OrderEvent event) {
        return switch (event) {
            case OrderFulfilled fulfilled when shipment.isEmpty() -> new Delivered(purchase,
                    paymentId, Optional.of(fulfilled.fulfilment()), deliveredAt);
            default -> throw new IllegalTransition(this, event);
        };
    }
}
