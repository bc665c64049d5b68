package drivetrain.payments.application;

import drivetrain.kernel.OrderId;

/**
 * A confirmed order's amount can't be taken: its authorization has lapsed, or the bank refuses. No
 * retry mends that; the order is parked for somebody to decide.
 *
 * <p>The name of this class is known to the checkout workflow.
 */
public final class PaymentNotCapturable extends RuntimeException {
    private static final long serialVersionUID = 1;

    PaymentNotCapturable(OrderId orderId, String reason) {
        super("payment of order " + orderId + " can't be captured: " + reason);
    }
}
