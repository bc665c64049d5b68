package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.orders.domain.OrderEvent;
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

    /**
     * A page of its events, oldest first; empty if there is no such order, and after the end.
     *
     * @param afterVersion where the page before ended; 0 for the first
     * @param limit the most on a page; at least 1
     */
    List<HistoryEntry> history(OrderId orderId, long afterVersion, int limit);

    /**
     * Appends an event to what was found.
     *
     * @return whether it was appended; if not, somebody else was first
     */
    boolean append(Stored found, OrderEvent event, Instant occurredAt, CorrelationId correlationId);
}
