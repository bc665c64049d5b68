package drivetrain.orders.dynamodb;

import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.SnapshotStore;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.OrderView;
import drivetrain.projection.View;
import drivetrain.projection.ViewSource;
import java.util.Optional;

/** Views of orders, folded from the log alone. */
public final class ReplayedOrderViews implements ViewSource {
    private final EventSourcedOrderStore orders;

    public ReplayedOrderViews(EventStore events) {
        this.orders = new EventSourcedOrderStore(events, SnapshotStore.none());
    }

    @Override
    public Optional<View> replay(String orderId) {
        return orders.replay(new OrderId(orderId)).map(OrderView::of).map(ViewItems::of);
    }
}
