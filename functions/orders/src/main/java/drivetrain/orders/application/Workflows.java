package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Purchase;

/** Starts the workflows of orders. Methods may throw {@link DependencyUnavailable}. */
public interface Workflows {

    /** Starts the checkout of an order; nothing happens if it was started before. */
    void startCheckout(Purchase purchase, CorrelationId correlationId);

    /**
     * Starts undoing an order; nothing happens if it was started for this request before.
     *
     * @param requestVersion the version of the customer's request in the order's log
     */
    void startCancellation(OrderId orderId, CustomerId customerId, long requestVersion,
            CorrelationId correlationId);
}
