package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.CancellationRequest;
import drivetrain.orders.domain.Decision;
import drivetrain.orders.domain.Decisions;
import drivetrain.orders.domain.Order;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes a customer's wish to cancel an order. */
public final class RequestCancellation {
    private final OrderLog log;

    @Inject
    public RequestCancellation(OrderLog log) {
        this.log = log;
    }

    /**
     * Idempotent.
     *
     * @param mayAsk whether the caller may see orders of a customer
     * @return nothing if there is no such order, or it is none of the caller's
     */
    public Optional<CancellationRequest> request(OrderId orderId, Predicate<CustomerId> mayAsk,
            CorrelationId correlationId) {
        return log.decide(orderId, correlationId, order -> decide(order, mayAsk))
                .flatMap(outcome -> outcome);
    }

    private static Decision<Optional<CancellationRequest>> decide(Order order,
            Predicate<CustomerId> mayAsk) {
        if (!mayAsk.test(order.purchase().customerId())) {
            return new Decision<>(Optional.empty(), Optional.empty());
        }
        var decision = Decisions.requestCancellation(order);
        return new Decision<>(Optional.of(decision.outcome()), decision.event());
    }
}
