package drivetrain.orders.dynamodb;

import drivetrain.eventstore.AggregateStore;
import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.Recorded;
import drivetrain.eventstore.SnapshotStore;
import drivetrain.eventstore.Upcasters;
import drivetrain.eventstore.Versioned;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.HistoryEntry;
import drivetrain.orders.application.OrderStore;
import drivetrain.orders.application.Stored;
import drivetrain.orders.domain.Order;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.events.OrderEventCodec;
import drivetrain.orders.events.PublicEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of orders, in whichever event store it is given. */
public final class EventSourcedOrderStore implements OrderStore {
    /** Far more events than an order has as a rule, so that most never need a snapshot. */
    static final int SNAPSHOT_EVERY = 50;

    private final AggregateStore<Order, OrderEvent> orders;

    /** A log, and the snapshots of it. */
    public EventSourcedOrderStore(EventStore events, SnapshotStore snapshots) {
        this.orders = new AggregateStore<>(events, snapshots, new OrderEventCodec(),
                new OrderSnapshotCodec(), Upcasters.none(), EventSourcedOrderStore::evolve,
                SNAPSHOT_EVERY);
    }

    @Override
    public Optional<Stored> find(OrderId orderId) {
        return orders.load(orderId.value()).map(EventSourcedOrderStore::stored);
    }

    @Override
    public Optional<Stored> findAsOf(OrderId orderId, long version) {
        return orders.loadAsOf(orderId.value(), version).map(EventSourcedOrderStore::stored);
    }

    /** The latest state, folded from the first event on, whatever the snapshots say. */
    Optional<Stored> replay(OrderId orderId) {
        return orders.replay(orderId.value()).map(EventSourcedOrderStore::stored);
    }

    @Override
    public List<HistoryEntry> history(OrderId orderId, long afterVersion, int limit) {
        return orders.history(orderId.value(), afterVersion, limit).stream()
                .map(recorded -> new HistoryEntry(recorded.version(),
                        PublicEvents.type(recorded.event()), recorded.occurredAt(),
                        recorded.event().customerId(),
                        PublicEvents.data(orderId, recorded.event())))
                .toList();
    }

    @Override
    public boolean append(Stored found, OrderEvent event, Instant occurredAt,
            CorrelationId correlationId) {
        var before = new Versioned<>(found.order(), found.version(), found.changedAt(),
                found.snapshotVersion());
        var outcome = orders.append(found.order().purchase().orderId().value(),
                Optional.of(before), List.of(event), occurredAt, correlationId.value(), List.of());
        return switch (outcome) {
            case Appended _ -> true;
            case Conflict _ -> false;
        };
    }

    private static Stored stored(Versioned<Order> order) {
        return new Stored(order.state(), order.version(), order.changedAt(),
                order.snapshotVersion());
    }

    private static Order evolve(Optional<Order> before, Recorded<OrderEvent> recorded) {
        return switch (recorded.event()) {
            case OrderPlaced placed when before.isEmpty() -> placed.start(recorded.occurredAt());
            case OrderEvent event -> before.map(order -> order.after(event)).orElseThrow(
                    () -> new IllegalStateException("an order's log begins with OrderPlaced"));
        };
    }
}
