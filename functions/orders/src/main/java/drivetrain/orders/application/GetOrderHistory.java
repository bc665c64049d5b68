package drivetrain.orders.application;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Shows all that has happened to an order, page by page. */
public final class GetOrderHistory {
    private final OrderStore orders;

    /**
     * Some of an order's events, oldest first.
     *
     * @param next the version that the next page begins after; empty on the last page
     */
    public record Page(List<HistoryEntry> events, Optional<Long> next) {
        public Page {
            events = List.copyOf(events);
        }
    }

    @Inject
    public GetOrderHistory(OrderStore orders) {
        this.orders = orders;
    }

    /**
     * A page of its events.
     *
     * @param afterVersion the version that the page before ended with; 0 for the first page
     * @param limit the most on a page; at least 1
     * @param maySee whether the caller may see orders of a customer
     * @return nothing if there is no such order, or it is none of the caller's
     */
    public Optional<Page> get(OrderId orderId, long afterVersion, int limit,
            Predicate<CustomerId> maySee) {
        // One more than asked for tells whether there is a next page.
        var found = orders.history(orderId, afterVersion, limit + 1);
        return owner(orderId, found).filter(maySee).map(_ -> page(found, limit));
    }

    /** A page after the end has no event that would tell. */
    private Optional<CustomerId> owner(OrderId orderId, List<HistoryEntry> found) {
        return found.stream().findFirst().map(HistoryEntry::customerId).or(() -> orders
                .find(orderId).map(stored -> stored.order().purchase().customerId()));
    }

    private static Page page(List<HistoryEntry> found, int limit) {
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(found.subList(0, limit), Optional.of(found.get(limit - 1).version()));
    }
}
