package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.Optional;

/** Begins the logs of orders, once for each key. Methods may throw {@link StorageUnavailable}. */
public interface PlacementStore {

    /**
     * Appends the first event of an order and the record of its key, both or none.
     *
     * @param occurredAt also decides whether a record that is there has expired
     * @return nothing if both were written, else the record of the same key that was there before
     * @throws VersionConflict if another request with the same key is under way
     */
    Optional<Placement> place(OrderPlaced event, Placement placement, Instant occurredAt,
            CorrelationId correlationId);

    /** The record of a key, unless it has expired. */
    Optional<Placement> find(PlacementKey key, Instant now);

    /**
     * A client's key of one request. Keys of different customers never meet.
     *
     * @param value what the client sent: 1 to 255 printable ASCII characters
     */
    record PlacementKey(CustomerId customerId, String value) {
        public PlacementKey {
            if (value.isEmpty() || value.length() > 255
                    || value.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
                throw new IllegalArgumentException("must be 1 to 255 printable ASCII characters");
            }
        }
    }

    /**
     * What a key stands for.
     *
     * @param fingerprint of the request: other requests with this key are refused
     * @param expiresAt from then on the key is free again
     */
    record Placement(PlacementKey key, String fingerprint, OrderId orderId, Money total,
            Instant expiresAt) {}
}
