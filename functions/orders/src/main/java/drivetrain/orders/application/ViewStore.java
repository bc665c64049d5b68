package drivetrain.orders.application;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The projection of orders that is asked by customer. It may lag behind the log, and can be thrown
 * away and made again. Methods may throw {@link StorageUnavailable}.
 */
public interface ViewStore {

    /**
     * Keeps a view, unless the same version or a later one is there. Whether the order is parked is
     * not its business: that is kept as it is.
     *
     * @return the version that was there before, 0 if none was
     */
    long save(OrderView view);

    /** The view of an order, if it has been projected. */
    Optional<OrderView> find(OrderId orderId);

    /**
     * A customer's orders, newest first.
     *
     * @param limit the most on a page; at least 1
     * @param after where the page before ended; empty for the first
     */
    Page list(CustomerId customerId, int limit, Optional<Position> after);

    /** Some orders, and where the next page begins, if there is one. */
    record Page(List<OrderView> orders, Optional<Position> next) {
        public Page {
            orders = List.copyOf(orders);
        }
    }

    /** A place in a customer's list. */
    record Position(Instant placedAt, OrderId orderId) {}
}
