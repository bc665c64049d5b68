package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The log of orders. Reads see every append that was answered before.
 *
 * <p>Every method may throw {@link StorageUnavailable}; then an append may or may not have been
 * written, and repeating the command is safe.
 */
public interface OrderStore {

    /** The latest state, if there is such an order. */
    Optional<Stored> find(OrderId orderId);

    /** The state at a version, if there is such an order and it has had that version. */
    Optional<Stored> findAsOf(OrderId orderId, long version);

    /** All events, oldest first; empty if there is no such order. */
    List<RecordedEvent> history(OrderId orderId);

    /**
     * Appends an event to what was found.
     *
     * @return whether it was appended; if not, somebody else was first
     */
    boolean append(Stored found, OrderEvent event, Instant occurredAt, CorrelationId correlationId);

    /**
     * Appends the first event of an order and the record of its key, both or none.
     *
     * @return nothing if both were written, else the record of the same key that was there before
     * @throws VersionConflict if another request with the same key is under way
     */
    Optional<Placement> place(OrderPlaced event, Placement placement, Instant occurredAt,
            CorrelationId correlationId);

    /** The record of a key, unless it has expired. */
    Optional<Placement> findPlacement(PlacementKey key, Instant now);

    /**
     * A client's key of one request. Keys of different customers never meet.
     *
     * @param value what the client sent: 1 to 255 printable ASCII characters
     */
    record PlacementKey(CustomerId customerId, String value) {}

    /**
     * What a key stands for.
     *
     * @param fingerprint of the request: other requests with this key are refused
     * @param expiresAt from then on the key is free again
     */
    record Placement(PlacementKey key, String fingerprint, OrderId orderId, Money total,
            Instant expiresAt) {}
}
