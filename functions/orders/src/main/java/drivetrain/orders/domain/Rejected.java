package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Ended before the pivot, since it couldn't be carried out. */
public record Rejected(Purchase purchase, String reason) implements Order {
    public Rejected {
        requireNonNull(reason, "reason");
    }

    @Override
    public Status status() {
        return Status.REJECTED;
    }

    @Override
    public Optional<String> rejection() {
        return Optional.of(reason);
    }

    @Override
    public Order after(OrderEvent event) {
        throw new IllegalTransition(this, event);
    }
}
