package drivetrain.shipping.application;

import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.shipping.domain.Shipment;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Shipments and messages in memory, under the same contract as the tables. */
public final class InMemoryShipments implements Shipments, Messages {
    private final Map<OrderId, Shipment> standing = new ConcurrentHashMap<>();
    private final Set<String> messages = new HashSet<>();

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

    @Override
    public synchronized Optional<Shipment> put(Shipment next, String eventId) {
        if (messages.contains(eventId)) {
            return Optional.empty();
        }
        var now = put(next);
        if (now.equals(next)) {
            messages.add(eventId);
        }
        return Optional.of(now);
    }

    @Override
    public synchronized boolean knows(String eventId) {
        return messages.contains(eventId);
    }
}
