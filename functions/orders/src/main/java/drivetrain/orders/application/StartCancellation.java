package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;

/** Starts undoing an order that its customer wants cancelled, past the pivot. Idempotent. */
public final class StartCancellation {
    private final CancellationWorkflow cancellation;

    @Inject
    public StartCancellation(CancellationWorkflow cancellation) {
        this.cancellation = cancellation;
    }

    /**
     * Starts it.
     *
     * @param requestVersion the version of the request in the order's log
     */
    public void start(OrderId orderId, CustomerId customerId, long requestVersion,
            CorrelationId correlationId) {
        cancellation.start(orderId, customerId, requestVersion, correlationId);
    }
}
