package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Ended at the customer's wish.
 *
 * @param payment the payment that had confirmed the order, if it was past the pivot
 * @param shipment the shipment that had been booked, if one was
 */
public record Cancelled(Purchase purchase, Optional<String> payment,
        Optional<Fulfilment> shipment) implements Order {
    public Cancelled {
        requireNonNull(payment, "payment");
        requireNonNull(shipment, "shipment");
    }

    static Cancelled withdrawn(Purchase purchase) {
        return new Cancelled(purchase, Optional.empty(), Optional.empty());
    }

    static Cancelled undone(Standing standing) {
        return new Cancelled(standing.purchase(), standing.payment(), standing.shipment());
    }

    @Override
    public Status status() {
        return Status.CANCELLED;
    }

    @Override
    public Order after(OrderEvent event) {
        throw new IllegalTransition(this, event);
    }
}
