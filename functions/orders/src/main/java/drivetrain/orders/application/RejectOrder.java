package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Rejection;
import drivetrain.orders.domain.Decisions;
import jakarta.inject.Inject;

/** Ends an order that can't be carried out. */
public final class RejectOrder {
    private final OrderLog log;

    @Inject
    public RejectOrder(OrderLog log) {
        this.log = log;
    }

    /**
     * Idempotent.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Rejection reject(OrderId orderId, String reason,
            CorrelationId correlationId) {
        return log.decideKnown(orderId, correlationId, order -> Decisions.reject(order, reason));
    }
}
