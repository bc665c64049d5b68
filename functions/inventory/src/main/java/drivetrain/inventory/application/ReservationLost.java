package drivetrain.inventory.application;

import drivetrain.kernel.OrderId;

/**
 * An order was confirmed, but its stock can't be had any more: its reservation expired and others
 * took the pieces, or it was never reserved. The workflow parks the order, and an operator
 * receives stock and redrives it, or cancels it.
 */
public final class ReservationLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReservationLost(OrderId orderId) {
        super("no stock is held for order " + orderId);
    }
}
