package drivetrain.orders.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import drivetrain.eventstore.DynamoDbEventStore;
import drivetrain.eventstore.DynamoDbSnapshotStore;
import drivetrain.eventstore.EventTable;
import drivetrain.eventstore.NewEvent;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.Samples;
import drivetrain.orders.domain.Decisions;
import drivetrain.orders.domain.Order;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.events.OrderEventCodec;
import drivetrain.testing.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What loading an order costs, by the length of its history. */
class LoadCostTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();
    private static final EventTable LOG = new EventTable("OrderEvents", "orderId");
    private static final int IN_A_TRANSACTION = 50;

    @Test
    void doesNotGrowWithItsHistory() {
        Tables.create(DYNAMO_DB.client());
        List<Reads> costs = new ArrayList<>();
        System.out.println("| events | queries | snapshot reads | read units |");
        System.out.println("| --- | --- | --- | --- |");
        for (int events : new int[]{1, 10, 100, 1_000, 10_000}) {
            var orderId = new OrderId("order-of-" + events);
            write(orderId, events);

            var reads = new Reads();
            var client = MeteredDynamoDb.of(DYNAMO_DB.client(), reads);
            var found = new EventSourcedOrderStore(new DynamoDbEventStore(client, LOG),
                    new DynamoDbSnapshotStore(client, "OrderSnapshots", "orderId")).find(orderId);

            assertThat(found.orElseThrow().version()).isEqualTo(events);
            System.out.printf("| %,d | %d | %d | %.1f |%n", events, reads.queries(), reads.gets(),
                    reads.units());
            costs.add(reads);
        }
        assertThat(costs).allMatch(cost -> cost.queries() == 1 && cost.gets() <= 1);
        assertThat(costs.getLast().gets()).isEqualTo(1);
        assertThat(costs.getLast().units()).isCloseTo(costs.get(2).units(),
                offset(0.5));
    }

    /** A cancellation that is requested and declined again and again. */
    private static void write(OrderId orderId, int events) {
        var log = new DynamoDbEventStore(DYNAMO_DB.client(), LOG);
        var orders = new EventSourcedOrderStore(log,
                new DynamoDbSnapshotStore(DYNAMO_DB.client(), "OrderSnapshots", "orderId"));
        OrderEvent event = Samples.placed(orderId);
        Order order = Samples.placed(orderId).start(Samples.NOW);
        List<NewEvent> batch = new ArrayList<>();
        for (int version = 1; version < events; version++) {
            batch.add(stored(event));
            if (batch.size() == IN_A_TRANSACTION || version == events - 1) {
                log.append(orderId.value(), version - batch.size(), batch);
                batch.clear();
            }
            event = next(order);
            order = order.after(event);
        }
        if (events == 1) {
            log.append(orderId.value(), 0, List.of(stored(event)));
        } else {
            orders.append(orders.find(orderId).orElseThrow(), event, Samples.NOW,
                    new CorrelationId("c"));
        }
    }

    private static OrderEvent next(Order order) {
        return switch (order.status()) {
            case PLACED -> Decisions.confirm(order, "pi_1").event().orElseThrow();
            case CANCELLING -> Decisions.decline(order, "too late").event().orElseThrow();
            default -> Decisions.requestCancellation(order).event().orElseThrow();
        };
    }

    private static NewEvent stored(OrderEvent event) {
        var codec = new OrderEventCodec();
        return new NewEvent(codec.type(event), codec.schemaVersion(event), Samples.NOW, "c",
                codec.encode(event));
    }
}
