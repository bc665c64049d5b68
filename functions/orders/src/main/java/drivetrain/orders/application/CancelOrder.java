package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Cancellation;
import drivetrain.orders.domain.Decisions;
import jakarta.inject.Inject;

/** Ends an order that was to be cancelled, once all is undone. */
public final class CancelOrder {
    private final OrderLog log;

    @Inject
    public CancelOrder(OrderLog log) {
        this.log = log;
    }

    /**
     * Idempotent.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Cancellation cancel(OrderId orderId,
            CorrelationId correlationId) {
        return log.decideKnown(orderId, correlationId, order -> Decisions.cancel(order));
    }
}
