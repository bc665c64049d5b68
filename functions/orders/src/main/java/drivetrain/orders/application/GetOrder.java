package drivetrain.orders.application;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Shows an order.
 *
 * <p>One read of the view, as a rule. An order that was placed a moment ago isn't in it yet: then
 * the log is read, so that a client never misses what it has just placed.
 */
public final class GetOrder {
    private final ViewStore views;
    private final OrderStore orders;

    @Inject
    public GetOrder(ViewStore views, OrderStore orders) {
        this.views = views;
        this.orders = orders;
    }

    /**
     * The order as it is.
     *
     * @param maySee whether the caller may see orders of a customer
     * @return nothing if there is no such order, or it is none of the caller's
     */
    public Optional<OrderView> get(OrderId orderId, Predicate<CustomerId> maySee) {
        return views.find(orderId).or(() -> orders.find(orderId).map(OrderView::of))
                .filter(view -> maySee.test(view.customerId()));
    }

    /**
     * The order as it was at a version; whether it was parked then isn't known, so it says no.
     *
     * @return nothing as for {@link #get(OrderId, Predicate)}, or if it never had that version
     */
    public Optional<OrderView> getAsOf(OrderId orderId, long version,
            Predicate<CustomerId> maySee) {
        return orders.findAsOf(orderId, version).map(OrderView::of)
                .filter(view -> maySee.test(view.customerId()));
    }
}
