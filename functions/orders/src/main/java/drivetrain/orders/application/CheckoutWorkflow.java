package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.orders.domain.Purchase;

/** The saga that carries an order out. */
@FunctionalInterface
public interface CheckoutWorkflow {

    /**
     * Starts the checkout of an order; nothing happens if it was started before.
     *
     * @throws DependencyUnavailable if it couldn't be started, or may have been
     */
    void start(Purchase purchase, CorrelationId correlationId);
}
