package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.OrderId;

/** The saga that undoes an order past its pivot. */
@FunctionalInterface
public interface CancellationWorkflow {

    /**
     * Starts undoing an order; nothing happens if it was started for this request before.
     *
     * @param requestVersion the version of the customer's request in the order's log
     * @throws DependencyUnavailable if it couldn't be started, or may have been
     */
    void start(OrderId orderId, CustomerId customerId, long requestVersion,
            CorrelationId correlationId);
}
