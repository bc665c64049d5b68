package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;

/**
 * Starts the checkout of a placed order, with what the event doesn't tell: address and payment
 * method. Idempotent. It starts, too, if a cancellation was requested meanwhile: the checkout's
 * pivot finds that out, and ends the order.
 */
public final class StartCheckout {
    private final OrderStore orders;
    private final CheckoutWorkflow checkout;

    @Inject
    public StartCheckout(OrderStore orders, CheckoutWorkflow checkout) {
        this.orders = orders;
        this.checkout = checkout;
    }

    /**
     * Starts it.
     *
     * @throws UnknownOrder if there is no such order
     */
    public void start(OrderId orderId, CorrelationId correlationId) {
        var stored = orders.find(orderId).orElseThrow(() -> new UnknownOrder(orderId));
        checkout.start(stored.order().purchase(), correlationId);
    }
}
