package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Fulfilment;
import drivetrain.orders.domain.Completion;
import drivetrain.orders.domain.Decisions;
import jakarta.inject.Inject;

/** Notes that an order is paid and its shipment booked. */
public final class FulfilOrder {
    private final OrderLog log;

    @Inject
    public FulfilOrder(OrderLog log) {
        this.log = log;
    }

    /**
     * Idempotent.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Completion fulfil(OrderId orderId, Fulfilment fulfilment,
            CorrelationId correlationId) {
        return log.decideKnown(orderId, correlationId,
                order -> Decisions.fulfil(order, fulfilment));
    }
}
