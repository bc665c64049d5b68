package drivetrain.shipping.application;

import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.shipping.domain.Shipment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Shipments in memory, under the same contract as the table. */
public final class InMemoryShipments implements Shipments {
    private final Map<OrderId, Shipment> standing = new ConcurrentHashMap<>();

    @Override
    public Optional<Shipment> find(OrderId orderId) {
        return Optional.ofNullable(standing.get(orderId));
    }

    @Override
    public Shipment put(Shipment next) {
        var now = standing.compute(next.orderId(), (_, current) -> {
            long version = current == null ? 0 : current.version();
            return version == next.version() - 1 ? next : current;
        });
        if (now == null) {
            throw new VersionConflict("shipment of order " + next.orderId() + " is gone");
        }
        return now;
    }
}
