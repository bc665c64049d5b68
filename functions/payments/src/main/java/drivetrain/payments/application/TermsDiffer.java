package drivetrain.payments.application;

import drivetrain.kernel.OrderId;

/** An order asks for a payment on other terms than it asked before: a bug of the caller. */
public final class TermsDiffer extends RuntimeException {
    private static final long serialVersionUID = 1;

    TermsDiffer(OrderId orderId) {
        super("order " + orderId + " has a payment on other terms");
    }
}
