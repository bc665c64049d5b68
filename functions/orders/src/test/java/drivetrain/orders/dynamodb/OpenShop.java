package drivetrain.orders.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.NewEvent;
import drivetrain.kernel.OrderId;
import drivetrain.orders.RandomOrders;
import drivetrain.orders.application.OrderView;
import drivetrain.orders.application.ProjectOrderView;
import drivetrain.orders.application.Stores;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.events.OrderEventCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writers that place orders and let anything happen to them, and readers that look at their views
 * and complain about each that isn't the fold of its log, or goes back.
 */
final class OpenShop implements AutoCloseable {
    private static final int WRITERS = 2;
    private static final int EVENTS_OF_AN_ORDER = 8;

    private final Stores stores;
    private final EventStore log;
    private final ProjectOrderView projection;
    private final long seed;
    private final RandomOrders orders = new RandomOrders();
    private final Map<OrderId, Long> projected = new ConcurrentHashMap<>();
    private final List<List<OrderId>> ofWriter = new ArrayList<>();
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean open = true;

    OpenShop(Stores stores, EventStore log, long seed) {
        this.stores = stores;
        this.log = log;
        this.projection = new ProjectOrderView(stores.orders(), stores.views());
        this.seed = seed;
        System.out.println("Seed of the orders: " + seed);
        for (int i = 0; i < WRITERS; i++) {
            ofWriter.add(Collections.synchronizedList(new ArrayList<>()));
        }
    }

    /** Orders, with their views, until the log has so many events. */
    void fill(int events) {
        var random = new Random(seed);
        long filled = 0;
        for (int i = 0; filled < events; i++) {
            var orderId = new OrderId("order-" + i);
            List<OrderEvent> history = new ArrayList<>(List.of(orders.place(orderId)));
            while (history.size() < EVENTS_OF_AN_ORDER
                    && orders.next(orderId, random).map(history::add).isPresent()) {
                // One event more.
            }
            append(orderId, 0, history);
            project(orderId);
            ofWriter.get(i % WRITERS).add(orderId);
            filled += history.size();
        }
        System.out.printf("%,d events of %,d orders%n", filled, orders.ids().size());
        appended.set(0);
    }

    /** Opens the doors. */
    void open() {
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            running.add(threads.submit(() -> write(writer)));
        }
        running.add(threads.submit(this::look));
    }

    private void write(int writer) {
        var random = new Random(seed + 1 + writer);
        var mine = ofWriter.get(writer);
        List<OrderId> bells = new ArrayList<>();
        while (open) {
            if (random.nextInt(4) == 0) {
                var orderId = new OrderId("order-of-" + writer + "-" + mine.size());
                append(orderId, 0, List.of(orders.place(orderId)));
                mine.add(orderId);
                bells.add(orderId);
            } else {
                var orderId = mine.get(random.nextInt(mine.size()));
                long version = orders.version(orderId);
                orders.next(orderId, random).ifPresent(event -> {
                    append(orderId, version, List.of(event));
                    bells.add(orderId);
                });
            }
            while (bells.size() > random.nextInt(8)) {
                project(bells.remove(random.nextInt(bells.size())));
            }
        }
        bells.forEach(this::project);
    }

    private void append(OrderId orderId, long after, List<OrderEvent> events) {
        var codec = new OrderEventCodec();
        List<NewEvent> fresh = new ArrayList<>();
        for (OrderEvent event : events) {
            fresh.add(new NewEvent(codec.type(event), codec.schemaVersion(event),
                    RandomOrders.at(after + 1 + fresh.size()), "c", codec.encode(event)));
        }
        log.append(orderId.value(), after, fresh);
        appended.addAndGet(fresh.size());
    }

    private void project(OrderId orderId) {
        long version = projection.project(orderId).to();
        projected.merge(orderId, version, Math::max);
    }

    private void look() {
        var random = new Random(seed);
        while (open) {
            var mine = ofWriter.get(random.nextInt(WRITERS));
            var orderId = mine.get(random.nextInt(mine.size()));
            Long atLeast = projected.get(orderId);
            var found = stores.views().find(orderId);
            if (atLeast != null) {
                var view = found.orElseThrow();
                assertThat(view.version()).as("version of %s", orderId)
                        .isGreaterThanOrEqualTo(atLeast);
                assertThat(view).isEqualTo(orders.view(orderId, view.version()));
                read.incrementAndGet();
            }
        }
    }

    /** Closes the doors, and fails if anybody had complained. */
    @Override
    public void close() {
        open = false;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException | ExecutionException complaint) {
                throw new AssertionError("seed " + seed, complaint);
            }
        }
        threads.shutdown();
    }

    List<OrderView> latestViews() {
        return orders.ids().stream().map(id -> orders.view(id, orders.version(id))).toList();
    }

    long appended() {
        return appended.get();
    }

    long read() {
        return read.get();
    }
}
