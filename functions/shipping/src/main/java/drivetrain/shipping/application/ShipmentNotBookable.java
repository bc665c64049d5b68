package drivetrain.shipping.application;

import drivetrain.kernel.OrderId;

/**
 * No carrier takes a paid order's parcel: its address can't be reached, say. No retry mends that;
 * the order is parked for somebody to decide.
 */
public final class ShipmentNotBookable extends RuntimeException {
    private static final long serialVersionUID = 1;

    ShipmentNotBookable(OrderId orderId, String reason) {
        super("shipment of order " + orderId + " can't be booked: " + reason);
    }
}
