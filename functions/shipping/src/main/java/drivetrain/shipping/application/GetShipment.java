package drivetrain.shipping.application;

import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Shipment;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where an order's shipment stands. Whether the caller may see it is for the edge to say. */
public final class GetShipment {
    private final Shipments shipments;

    @Inject
    public GetShipment(Shipments shipments) {
        this.shipments = shipments;
    }

    public Optional<Shipment> of(OrderId orderId) {
        return shipments.find(orderId);
    }
}
