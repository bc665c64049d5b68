package drivetrain.orders.application;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;

/** Shows all that has happened to an order. */
public final class GetOrderHistory {
    private final OrderStore orders;

    @Inject
    public GetOrderHistory(OrderStore orders) {
        this.orders = orders;
    }

    /**
     * Its events, oldest first.
     *
     * @param maySee whether the caller may see orders of a customer
     * @return empty if there is no such order, or it is none of the caller's
     */
    public List<HistoryEntry> get(OrderId orderId, Predicate<CustomerId> maySee) {
        var history = orders.history(orderId);
        return history.isEmpty() || maySee.test(history.getFirst().customerId())
                ? history
                : List.of();
    }
}
