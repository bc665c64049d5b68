package drivetrain.orders;

import drivetrain.kernel.OrderId;
import drivetrain.orders.application.OrderView;
import drivetrain.orders.application.Stored;
import drivetrain.orders.domain.Cancelled;
import drivetrain.orders.domain.Cancelling;
import drivetrain.orders.domain.Confirmed;
import drivetrain.orders.domain.Decisions;
import drivetrain.orders.domain.Delivered;
import drivetrain.orders.domain.Fulfilled;
import drivetrain.orders.domain.Order;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.Placed;
import drivetrain.orders.domain.Rejected;
import drivetrain.orders.domain.Withdrawing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Orders to which anything happens that the rules allow, with the view that each of their versions
 * must show: the fold of the events up to it, made here, apart from every store. Thread-safe for
 * different orders.
 */
public final class RandomOrders {
    private static final String PAYMENT = "pi_1";
    private static final int MOSTLY = 4;

    private final Map<OrderId, List<Stored>> versions = new ConcurrentHashMap<>();

    /** The first event of an order. */
    public OrderEvent place(OrderId orderId) {
        var event = Samples.placed(orderId);
        versions.put(orderId, new CopyOnWriteArrayList<>(
                List.of(new Stored(event.start(at(1)), 1, at(1), 0))));
        return event;
    }

    /** Some event that may come next, if anything can happen to the order any more. */
    public Optional<OrderEvent> next(OrderId orderId, Random random) {
        var history = versions.get(orderId);
        var latest = history.getLast();
        var event = decide(latest.order(), random);
        event.ifPresent(happened -> history.add(new Stored(latest.order().after(happened),
                latest.version() + 1, at(latest.version() + 1), 0)));
        return event;
    }

    /** When the event of a version occurs. */
    public static Instant at(long version) {
        return Samples.NOW.plusSeconds(version);
    }

    /** The version of an order's latest event. */
    public long version(OrderId orderId) {
        return versions.get(orderId).size();
    }

    /** What a view of this version must show. */
    public OrderView view(OrderId orderId, long version) {
        return OrderView.of(versions.get(orderId).get(Math.toIntExact(version - 1)));
    }

    /** Orders that there are. */
    public List<OrderId> ids() {
        return List.copyOf(versions.keySet());
    }

    private static Optional<OrderEvent> decide(Order order, Random random) {
        boolean mostly = random.nextInt(MOSTLY) > 0;
        return switch (order) {
            case Placed _ when mostly -> Decisions.confirm(order, PAYMENT).event();
            case Placed _ when random.nextBoolean() -> Decisions.reject(order, "declined").event();
            case Placed _,Confirmed _ when random.nextBoolean() ->
                Decisions.requestCancellation(order).event();
            case Placed _ -> Decisions.confirm(order, PAYMENT).event();
            case Withdrawing _ -> Decisions.cancel(order).event();
            case Confirmed _ -> Decisions.fulfil(order, Samples.SHIPMENT).event();
            case Fulfilled _ when mostly -> Decisions.requestCancellation(order).event();
            case Fulfilled _ -> Decisions.deliver(order, at(0)).event();
            case Cancelling _ when mostly -> Decisions.decline(order, "too late").event();
            case Cancelling _ -> Decisions.cancel(order).event();
            case Delivered _,Rejected _,Cancelled _ -> Optional.empty();
        };
    }
}
