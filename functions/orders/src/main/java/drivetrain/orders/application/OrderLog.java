package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.orders.domain.Decision;
import drivetrain.orders.domain.Order;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Reads, decides and appends, and decides anew when somebody else was first. */
public final class OrderLog {
    private static final int ATTEMPTS = 5;

    private final OrderStore store;
    private final Clock clock;

    @Inject
    public OrderLog(OrderStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Carries out a command.
     *
     * @param rule decides on the order's latest state; called once for each attempt
     * @return the outcome of the attempt that was first, or nothing if there is no such order
     * @throws VersionConflict if others were first each time
     */
    <O> Optional<O> decide(OrderId orderId, CorrelationId correlationId,
            Function<Order, Decision<O>> rule) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var found = store.find(orderId);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var decision = rule.apply(found.get().order());
            if (decision.event().isEmpty() || store.append(found.get(), decision.event().get(),
                    clock.instant(), correlationId)) {
                return Optional.of(decision.outcome());
            }
        }
        throw new VersionConflict("order " + orderId + " changed " + ATTEMPTS + " times");
    }

    /**
     * As {@link #decide}, for an order that must be there.
     *
     * @throws UnknownOrder if it isn't
     */
    <O> O decideKnown(OrderId orderId, CorrelationId correlationId,
            Function<Order, Decision<O>> rule) {
        return decide(orderId, correlationId, rule).orElseThrow(() -> new UnknownOrder(orderId));
    }
}
