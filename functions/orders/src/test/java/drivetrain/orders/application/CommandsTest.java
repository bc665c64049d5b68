package drivetrain.orders.application;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.BOB;
import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.ORDER;
import static drivetrain.orders.Samples.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import drivetrain.orders.Samples;
import drivetrain.orders.application.PlacementStore.Placement;
import drivetrain.orders.application.PlacementStore.PlacementKey;
import drivetrain.orders.domain.Cancellation;
import drivetrain.orders.domain.CancellationRequest;
import drivetrain.orders.domain.Completion;
import drivetrain.orders.domain.Confirmation;
import drivetrain.orders.domain.Declination;
import drivetrain.orders.domain.Delivery;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.Rejection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands of the sagas and of customers, with races and crashes. */
class CommandsTest {
    private static final CorrelationId REQUEST = new CorrelationId("request-1");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Stores stores = new InMemoryStores().stores();
    private final Interrupted orders = new Interrupted(stores.orders());
    private final OrderLog log = new OrderLog(orders, CLOCK);
    /** Another function, at work at the same time. */
    private final OrderLog elsewhere = new OrderLog(stores.orders(), CLOCK);

    @BeforeEach
    void placeAnOrder() {
        stores.placements().place(Samples.placed(ORDER),
                new Placement(new PlacementKey(ADA, "key-1"), "fingerprint", ORDER,
                        new Money(25_800, "EUR"), NOW.plus(Duration.ofHours(24))),
                NOW, REQUEST);
    }

    @Test
    void carriesAnOrderOut() {
        assertThat(confirm(log)).isEqualTo(Confirmation.CONFIRMED);
        assertThat(fulfil(log)).isEqualTo(Completion.FULFILLED);
        assertThat(new RecordDelivery(log).record(ORDER, NOW, REQUEST))
                .isEqualTo(Delivery.DELIVERED);

        assertThat(events()).containsExactly("OrderPlaced", "OrderConfirmed", "OrderFulfilled",
                "OrderDelivered");
    }

    @Test
    void appendsNothingWhenACommandComesTwice() {
        for (int i = 0; i < 3; i++) {
            assertThat(confirm(log)).isEqualTo(Confirmation.CONFIRMED);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(request(log)).contains(CancellationRequest.ACCEPTED);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(new CancelOrder(log).cancel(ORDER, REQUEST))
                    .isEqualTo(Cancellation.CANCELLED);
        }

        assertThat(events()).containsExactly("OrderPlaced", "OrderConfirmed",
                "CancellationRequested", "OrderCancelled");
    }

    @Test
    void letsTheCustomerWinTheRaceWithThePivot() {
        orders.before(() -> request(elsewhere));

        assertThat(confirm(log)).isEqualTo(Confirmation.CANCELLATION_REQUESTED);

        assertThat(events()).containsExactly("OrderPlaced", "CancellationRequested");
        assertThat(stores.orders().history(ORDER, 0, 100).getLast().data())
                .contains("\"afterPivot\":false");
    }

    @Test
    void letsThePivotWinTheRaceWithTheCustomer() {
        orders.before(() -> confirm(elsewhere));

        assertThat(request(log)).contains(CancellationRequest.ACCEPTED);

        assertThat(events()).containsExactly("OrderPlaced", "OrderConfirmed",
                "CancellationRequested");
        assertThat(stores.orders().history(ORDER, 0, 100).getLast().data())
                .contains("\"afterPivot\":true");
    }

    @Test
    void sendsTheSagaForwardWhenItRejectsTooLate() {
        orders.before(() -> confirm(elsewhere));

        assertThat(new RejectOrder(log).reject(ORDER, "CHECKOUT_FAILED", REQUEST))
                .isEqualTo(Rejection.CONFIRMED);
    }

    @Test
    void givesUpWhenOthersAreAlwaysFirst() {
        var hopeless = new OrderLog(new Interrupted(stores.orders()) {
            @Override
            public boolean append(Stored found, OrderEvent event, Instant occurredAt,
                    CorrelationId correlationId) {
                return false;
            }
        }, CLOCK);

        assertThatThrownBy(() -> confirm(hopeless)).isInstanceOf(VersionConflict.class)
                .hasMessageContaining(ORDER.value());
    }

    @Test
    void fulfilsAnOrderWhoseCancellationWasDeclinedMeanwhile() {
        confirm(log);
        request(log);
        assertThat(fulfil(log)).isEqualTo(Completion.CANCELLATION_REQUESTED);

        decline();

        assertThat(fulfil(log)).isEqualTo(Completion.FULFILLED);
    }

    @Test
    void finishesWhatACrashLeftHalfDone() {
        orders.crashAfterNextAppend();

        assertThatThrownBy(() -> confirm(log)).isInstanceOf(StorageUnavailable.class);
        assertThat(confirm(log)).isEqualTo(Confirmation.CONFIRMED);

        assertThat(events()).containsExactly("OrderPlaced", "OrderConfirmed");
    }

    @Test
    void showsNobodyElsesOrder() {
        assertThat(new RequestCancellation(log).request(ORDER, BOB::equals, REQUEST)).isEmpty();
        assertThat(new RequestCancellation(log).request(new OrderId("no-such"), ADA::equals,
                REQUEST)).isEmpty();

        assertThat(events()).containsExactly("OrderPlaced");
    }

    @Test
    void failsLoudlyForAnOrderThatIsNotThere() {
        assertThatThrownBy(() -> new ConfirmOrder(log).confirm(new OrderId("no-such"), "pi_1",
                REQUEST)).isInstanceOf(UnknownOrder.class);
    }

    /** The view is the fold of the log, whatever bells ring when, and however often. */
    @Test
    void projectsTheLogUnderAnyOrderOfBells() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            var world = new InMemoryStores().stores();
            var order = new OrderId("order-" + seed);
            world.placements().place(Samples.placed(order),
                    new Placement(new PlacementKey(ADA, "k" + seed), "f", order,
                            new Money(1, "EUR"), NOW.plusSeconds(1)),
                    NOW, REQUEST);
            var history = new OrderLog(world.orders(), CLOCK);
            var projection = new ProjectOrderView(lagging(world.orders(), random), world.views());
            for (int i = 0; i < 25; i++) {
                ringOrAct(random, order, history, projection);
                world.views().find(order).ifPresent(view -> assertThat(view)
                        .isEqualTo(OrderView.of(world.orders().findAsOf(order, view.version())
                                .orElseThrow())));
            }
            new ProjectOrderView(world.orders(), world.views()).project(order);
            assertThat(world.views().find(order)).as("seed %d", seed)
                    .contains(OrderView.of(world.orders().find(order).orElseThrow()));
        }
    }

    private static void ringOrAct(Random random, OrderId order, OrderLog history,
            ProjectOrderView projection) {
        switch (random.nextInt(8)) {
            case 0 -> new ConfirmOrder(history).confirm(order, "pi_1", REQUEST);
            case 1 -> new RequestCancellation(history).request(order, ADA::equals, REQUEST);
            case 2 -> new RecordDelivery(history).record(order, NOW, REQUEST);
            default -> projection.project(order);
        }
    }

    /** As if this projector had read some time ago, and another has written since. */
    private static OrderStore lagging(OrderStore orders, Random random) {
        return new Interrupted(orders) {
            @Override
            public Optional<Stored> find(OrderId orderId) {
                var now = orders.find(orderId).orElseThrow();
                return orders.findAsOf(orderId, random.nextLong(1, now.version() + 1));
            }
        };
    }

    private static Confirmation confirm(OrderLog log) {
        return new ConfirmOrder(log).confirm(ORDER, "pi_1", REQUEST);
    }

    private static Completion fulfil(OrderLog log) {
        return new FulfilOrder(log).fulfil(ORDER, SHIPMENT, REQUEST);
    }

    private static Optional<CancellationRequest> request(OrderLog log) {
        return new RequestCancellation(log).request(ORDER, ADA::equals, REQUEST);
    }

    private Declination decline() {
        return new DeclineCancellation(elsewhere).decline(ORDER, "ALREADY_DISPATCHED", REQUEST);
    }

    private List<String> events() {
        return stores.orders().history(ORDER, 0, 100).stream().map(HistoryEntry::type).toList();
    }

    /** Lets others act between a read and the append that follows, or crashes after an append. */
    private static class Interrupted implements OrderStore {
        private final OrderStore orders;
        private final Deque<Runnable> others = new ArrayDeque<>();
        private boolean crash;

        Interrupted(OrderStore orders) {
            this.orders = orders;
        }

        void before(Runnable act) {
            others.add(act);
        }

        void crashAfterNextAppend() {
            crash = true;
        }

        @Override
        public boolean append(Stored found, OrderEvent event, Instant occurredAt,
                CorrelationId correlationId) {
            if (!others.isEmpty()) {
                others.remove().run();
            }
            boolean appended = orders.append(found, event, occurredAt, correlationId);
            if (crash) {
                crash = false;
                throw new StorageUnavailable("lost the answer");
            }
            return appended;
        }

        @Override
        public Optional<Stored> find(OrderId orderId) {
            return orders.find(orderId);
        }

        @Override
        public Optional<Stored> findAsOf(OrderId orderId, long version) {
            return orders.findAsOf(orderId, version);
        }

        @Override
        public List<HistoryEntry> history(OrderId orderId, long afterVersion, int limit) {
            return orders.history(orderId, afterVersion, limit);
        }
    }
}
