package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a command comes to.
 *
 * @param <O> the outcomes of the command
 * @param outcome what the one who gave the command is told
 * @param event what happens by it; nothing if it has happened before, or is refused
 */
public record Decision<O>(O outcome, Optional<OrderEvent> event) {
    public Decision {
        requireNonNull(outcome, "outcome");
        requireNonNull(event, "event");
    }

    static <O> Decision<O> happens(O outcome, OrderEvent event) {
        return new Decision<>(outcome, Optional.of(event));
    }

    static <O> Decision<O> nothing(O outcome) {
        return new Decision<>(outcome, Optional.empty());
    }
}
