package drivetrain.orders.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.InMemoryEventStore;
import drivetrain.eventstore.InMemorySnapshotStore;
import drivetrain.eventstore.NewEvent;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.orders.RandomOrders;
import drivetrain.orders.Samples;
import drivetrain.orders.application.ProjectOrderView;
import drivetrain.orders.application.ViewStore;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.dynamodb.DynamoDbViewStore;
import drivetrain.orders.dynamodb.EventSourcedOrderStore;
import drivetrain.orders.dynamodb.ReplayedOrderViews;
import drivetrain.orders.events.OrderEventCodec;
import drivetrain.projection.GenerationTable;
import drivetrain.projection.InMemoryProjectionStates;
import drivetrain.projection.KnownGenerations;
import drivetrain.projection.ProjectionStates;
import drivetrain.projection.ViewRebuild;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.TestClock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The projection of orders in a world where bells come twice, late and in any order, writes fail
 * before or after they are made, and between any two calls of one invocation others run. One thread
 * does it all, so a seed repeats it.
 */
final class DisturbedProjection {
    private static final int ORDERS = 4;
    private static final int SEGMENTS = 2;
    private static final int MOST_NESTED = 2;

    /** A record of the stream. */
    private record Bell(OrderId orderId, long version) {
        String json(int sequenceNumber) {
            return """
                    {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "%d",
                     "Keys": {"orderId": {"S": "%s"}, "version": {"N": "%d"}},
                     "NewImage": {"version": {"N": "%3$d"}, "occurredAt": {"S": "%s"}}}}"""
                    .formatted(sequenceNumber, orderId, version, RandomOrders.at(version));
        }
    }

    private final Random random;
    private final RandomOrders orders = new RandomOrders();
    private final InMemoryEventStore log = new InMemoryEventStore();
    private final List<Bell> bells = new ArrayList<>();
    private final List<Map<OrderId, Long>> seen = List.of(new HashMap<>(), new HashMap<>());
    private final ProjectionStates states = new InMemoryProjectionStates();
    private final ProjectOrderViewHandler projection;
    private final RebuildInSteps rebuild;
    private final List<ViewStore> readers;
    private final TestClock clock = new TestClock(Samples.NOW);
    private boolean calm;
    private int nested;
    private long events;
    private long answered;

    DisturbedProjection(DynamoDbClient client, String table, Random random) {
        this.random = random;
        DynamoDbClient disturbed = disturbed(DynamoDbClient.class, client);
        EventStore disturbedLog = disturbed(EventStore.class, log);
        this.projection = new ProjectOrderViewHandler(new ProjectOrderView(
                new EventSourcedOrderStore(disturbedLog, new InMemorySnapshotStore()),
                new DynamoDbViewStore(disturbed, table, new KnownGenerations(states, clock))),
                clock);
        this.rebuild = new RebuildInSteps(new ViewRebuild(disturbedLog,
                new ReplayedOrderViews(disturbedLog),
                new GenerationTable(disturbed, table, "orderId",
                        new KnownGenerations(states, clock)),
                states, clock, Duration.ZERO), SEGMENTS);
        this.readers = List.of(
                new DynamoDbViewStore(client, table, new KnownGenerations(states, clock)),
                new DynamoDbViewStore(client, table, new KnownGenerations(states, clock)));
        for (int i = 0; i < ORDERS; i++) {
            place();
        }
    }

    /** Something happens. */
    void step() {
        clock.pass(Duration.ofMillis(random.nextInt(600)));
        switch (random.nextInt(8)) {
            case 0 -> place();
            case 1, 2, 3 -> append();
            case 4, 5 -> ring();
            case 6 -> rebuildStep();
            default -> read();
        }
        read();
    }

    private void place() {
        var orderId = new OrderId("order-" + orders.ids().size());
        write(orderId, 0, orders.place(orderId));
    }

    private void append() {
        var orderId = anyOrder();
        long version = orders.version(orderId);
        orders.next(orderId, random).ifPresent(event -> write(orderId, version, event));
    }

    private OrderId anyOrder() {
        return new OrderId("order-" + random.nextInt(orders.ids().size()));
    }

    private void write(OrderId orderId, long after, OrderEvent event) {
        var codec = new OrderEventCodec();
        log.append(orderId.value(), after, List.of(new NewEvent(codec.type(event),
                codec.schemaVersion(event), RandomOrders.at(after + 1), "c", codec.encode(event))));
        bells.add(new Bell(orderId, after + 1));
        events++;
    }

    /** Some bells, in any order, some of them twice; what fails, or is lucky, rings again. */
    private void ring() {
        List<Bell> batch = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0 && !bells.isEmpty(); i--) {
            Bell bell = bells.remove(random.nextInt(bells.size()));
            batch.add(bell);
            if (random.nextInt(4) == 0) {
                bells.add(bell);
            }
        }
        bells.addAll(answer(batch));
    }

    /** Answers with what must ring again. */
    private List<Bell> answer(List<Bell> batch) {
        var payload = new ArrayList<String>();
        batch.forEach(bell -> payload.add(bell.json(payload.size())));
        var output = FunctionRun.of(projection,
                payload.stream().collect(Collectors.joining(",", "{\"Records\":[", "]}"))).output();
        answered += batch.size();
        List<Bell> again = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (output.contains("{\"itemIdentifier\":\"" + i + "\"}")) {
                again.add(batch.get(i));
            }
        }
        return again;
    }

    private void rebuildStep() {
        try {
            rebuild.step();
        } catch (StorageUnavailable again) {
            // The workflow calls again.
        }
    }

    private void read() {
        var orderId = anyOrder();
        for (int i = 0; i < readers.size(); i++) {
            var before = seen.get(i);
            var found = readers.get(i).find(orderId);
            assertThat(found.isPresent() || !before.containsKey(orderId))
                    .as("%s isn't lost again", orderId).isTrue();
            found.ifPresent(view -> {
                assertThat(view).isEqualTo(orders.view(orderId, view.version()));
                assertThat(view.version()).as("%s doesn't go back", orderId)
                        .isGreaterThanOrEqualTo(before.getOrDefault(orderId, 0L));
                before.put(orderId, view.version());
            });
        }
    }

    /** The trouble ends: every bell is answered, then all views are the latest; a rebuild ends. */
    void settle() {
        calm = true;
        while (!bells.isEmpty()) {
            ring();
        }
        assertAllAreTheLatest();
        rebuild.finish();
        assertAllAreTheLatest();
        assertThat(readers.getFirst().list(Samples.ADA, 1_000, Optional.empty()).orders())
                .hasSize(orders.ids().size());
    }

    private void assertAllAreTheLatest() {
        for (var orderId : orders.ids()) {
            for (var reader : readers) {
                assertThat(reader.find(orderId))
                        .contains(orders.view(orderId, orders.version(orderId)));
            }
        }
    }

    long events() {
        return events;
    }

    long answered() {
        return answered;
    }

    long rebuilds() {
        return rebuild.switched();
    }

    /** Before and after each call anything else may run, and a write may fail on either side. */
    private <T> T disturbed(Class<T> type, T real) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (arguments != null && arguments[0] instanceof Consumer) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            boolean write = arguments != null && arguments[0] instanceof UpdateItemRequest;
            interrupt();
            fail(write);
            Object answer = invoke(method, real, arguments);
            fail(write);
            interrupt();
            return answer;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                calls));
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void fail(boolean write) {
        if (write && !calm && random.nextInt(12) == 0) {
            throw new StorageUnavailable("a write that got no answer");
        }
    }

    private void interrupt() {
        if (!calm && nested < MOST_NESTED && random.nextInt(4) == 0) {
            nested++;
            step();
            nested--;
        }
    }
}
