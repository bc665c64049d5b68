package drivetrain.orders.application;

import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;

/**
 * Brings the view of an order up to the log.
 *
 * <p>The stream is only a doorbell: what it tells isn't taken over, the log is read instead, and
 * the view is written under the condition that it is older. So bells may ring twice, late, or in
 * any order. The whole order is folded (from its snapshot, if it is long): that costs one query, as
 * reading on from where the view stands would, saves reading the view, and mends a view that is
 * wrong.
 */
public final class ProjectOrderView {
    private final OrderStore orders;
    private final ViewStore views;

    @Inject
    public ProjectOrderView(OrderStore orders, ViewStore views) {
        this.orders = orders;
        this.views = views;
    }

    /**
     * How far a view came.
     *
     * @param from the version that it stood at, 0 if it wasn't there
     * @param to the version of the log
     */
    public record Projected(long from, long to) {}

    /**
     * Brings one view up to date.
     *
     * @throws UnknownOrder if the log doesn't have it
     */
    public Projected project(OrderId orderId) {
        var stored = orders.find(orderId).orElseThrow(() -> new UnknownOrder(orderId));
        return new Projected(views.save(OrderView.of(stored)), stored.version());
    }
}
