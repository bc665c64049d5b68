package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import drivetrain.orders.domain.Delivery;
import drivetrain.orders.domain.Decisions;
import jakarta.inject.Inject;

/** Notes a carrier's news that an order was delivered. */
public final class RecordDelivery {
    private final OrderLog log;

    @Inject
    public RecordDelivery(OrderLog log) {
        this.log = log;
    }

    /**
     * Idempotent.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Delivery record(OrderId orderId, Instant deliveredAt,
            CorrelationId correlationId) {
        return log.decideKnown(orderId, correlationId,
                order -> Decisions.deliver(order, deliveredAt));
    }
}
