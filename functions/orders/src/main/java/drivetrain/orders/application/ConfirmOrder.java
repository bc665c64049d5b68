package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Confirmation;
import drivetrain.orders.domain.Decisions;
import jakarta.inject.Inject;

/** The pivot of the checkout: after it, the order is carried out. */
public final class ConfirmOrder {
    private final OrderLog log;

    @Inject
    public ConfirmOrder(OrderLog log) {
        this.log = log;
    }

    /**
     * Idempotent.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Confirmation confirm(OrderId orderId, String paymentId,
            CorrelationId correlationId) {
        return log.decideKnown(orderId, correlationId,
                order -> Decisions.confirm(order, paymentId));
    }
}
