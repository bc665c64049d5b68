package drivetrain.orders.application;

import drivetrain.kernel.CustomerId;
import drivetrain.orders.application.ViewStore.Page;
import drivetrain.orders.application.ViewStore.Position;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows a customer's orders, newest first; one that was placed a moment ago may be missing. */
public final class ListOrders {
    private final ViewStore views;

    @Inject
    public ListOrders(ViewStore views) {
        this.views = views;
    }

    /** One page; a position of somebody else's list is only a place in this customer's own. */
    public Page list(CustomerId customerId, int limit, Optional<Position> after) {
        return views.list(customerId, limit, after);
    }
}
