package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Declination;
import drivetrain.orders.domain.Decisions;
import jakarta.inject.Inject;

/** Gives up on a cancellation that comes too late. */
public final class DeclineCancellation {
    private final OrderLog log;

    @Inject
    public DeclineCancellation(OrderLog log) {
        this.log = log;
    }

    /**
     * Idempotent.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Declination decline(OrderId orderId, String reason,
            CorrelationId correlationId) {
        return log.decideKnown(orderId, correlationId, order -> Decisions.decline(order, reason));
    }
}
