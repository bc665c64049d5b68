package drivetrain.orders.application;

import drivetrain.kernel.OrderId;

/** A workflow or an event names an order that the log doesn't have. */
public final class UnknownOrder extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnknownOrder(OrderId orderId) {
        super("there is no order " + orderId);
    }
}
