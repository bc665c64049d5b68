package drivetrain.orders.domain;

/** A command or an event that makes no sense in the state of its order: a bug, or a broken log. */
public final class IllegalTransition extends IllegalStateException {
    private static final long serialVersionUID = 1;

    IllegalTransition(Order order, String what) {
        super("order " + order.purchase().orderId() + " is " + order.status() + ": no " + what);
    }

    IllegalTransition(Order order, OrderEvent event) {
        this(order, event.getClass().getSimpleName());
    }
}
