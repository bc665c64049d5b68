package drivetrain.orders.application;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.BOB;
import static drivetrain.orders.Samples.GEARBOX;
import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.SERVO;
import static drivetrain.orders.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Drift;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.orders.Samples;
import drivetrain.orders.application.PlacementStore.Placement;
import drivetrain.orders.application.PlacementStore.PlacementKey;
import drivetrain.orders.application.ViewStore.Position;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.OrderEvent.OrderConfirmed;
import drivetrain.orders.domain.OrderEvent.OrderRejected;
import drivetrain.orders.domain.PricedProduct;
import drivetrain.orders.domain.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of orders promises; run in memory and against DynamoDB Local. */
public abstract class StoresContract {
    private static final Sku MOTOR = new Sku("BLM-REPAIRED");
    private static final CorrelationId REQUEST = new CorrelationId("request-1");
    private final OrderId order = new OrderId(UUID.randomUUID().toString());
    private final CustomerId customer = new CustomerId(UUID.randomUUID().toString());
    private final String execution = "arn:aws:states:execution:" + UUID.randomUUID();
    private Stores stores;

    /** The stores under test; they may hold what other tests left. */
    protected abstract Stores stores();

    @BeforeEach
    void openStores() {
        stores = stores();
    }

    // The log, and keys.

    @Test
    void placesAnOrderWithItsKey() {
        var placement = placement("key-1", order);

        assertThat(place(placement)).isEmpty();

        assertThat(stores.orders().find(order)).get().satisfies(found -> {
            assertThat(found.order().purchase())
                    .isEqualTo(Samples.placed(order).start(NOW).purchase());
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.changedAt()).isEqualTo(NOW);
        });
        assertThat(stores.placements().find(placement.key(), NOW)).contains(placement);
    }

    @Test
    void writesNothingWhenTheKeyIsKnown() {
        var first = placement("key-1", order);
        var other = new OrderId(UUID.randomUUID().toString());
        place(first);

        assertThat(place(placement("key-1", other))).contains(first);

        assertThat(stores.orders().find(other)).isEmpty();
    }

    @Test
    void freesAKeyWhenItExpires() {
        var first = placement("key-1", order);
        var other = new OrderId(UUID.randomUUID().toString());
        place(first);

        var afterwards = first.expiresAt();
        assertThat(stores.placements().find(first.key(), afterwards.minusSeconds(1))).isPresent();
        assertThat(stores.placements().find(first.key(), afterwards)).isEmpty();
        assertThat(stores.placements().place(Samples.placed(other), placement("key-1", other),
                afterwards, REQUEST)).isEmpty();
        assertThat(stores.orders().find(other)).isPresent();
    }

    @Test
    void keepsTheKeysOfCustomersApart() {
        place(placement("key-1", order));

        assertThat(stores.placements().find(new PlacementKey(BOB, "key-1"), NOW)).isEmpty();
    }

    @Test
    void appendsToWhatWasFoundAndOnlyOnce() {
        place(placement("key-1", order));
        var found = stores.orders().find(order).orElseThrow();

        assertThat(append(found, new OrderConfirmed(ADA, "pi_1"))).isTrue();
        assertThat(append(found, new OrderRejected(ADA, "late"))).isFalse();

        var now = stores.orders().find(order).orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.order().status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void showsAnOrderAsItWasAndItsHistory() {
        place(placement("key-1", order));
        append(stores.orders().find(order).orElseThrow(), new OrderConfirmed(ADA, "pi_1"));

        assertThat(stores.orders().findAsOf(order, 1)).get()
                .extracting(found -> found.order().status()).isEqualTo(Status.PLACED);
        assertThat(stores.orders().findAsOf(order, 3)).isEmpty();
        assertThat(stores.orders().history(order, 0, 100)).extracting(HistoryEntry::type)
                .containsExactly("OrderPlaced", "OrderConfirmed");
        assertThat(stores.orders().history(order, 0, 100)).extracting(HistoryEntry::data)
                .noneMatch(data -> data.contains("Lovelace") || data.contains("pm_card"));
        assertThat(stores.orders().history(order, 1, 1)).extracting(HistoryEntry::version)
                .containsExactly(2L);
    }

    // Prices.

    @Test
    void findsTheProductsThatItKnows() {
        stores.prices().save(servo(3));

        assertThat(stores.prices().find(Set.of(SERVO, new Sku("NO-SUCH"))))
                .isEqualTo(Map.of(SERVO, servo(3)));
    }

    @Test
    void keepsTheLatestVersionOfAProduct() {
        stores.prices().save(gearbox(2, "second"));
        stores.prices().save(gearbox(1, "first, late"));
        stores.prices().save(gearbox(2, "second, again"));

        assertThat(stores.prices().find(Set.of(GEARBOX))).containsEntry(GEARBOX,
                gearbox(2, "second"));
    }

    @Test
    void repairsWhatItKnowsOfAProductAndSaysWhatWasWrong() {
        assertThat(stores.prices().repair(motor(2, "second"))).hasValue(Drift.MISSING);
        assertThat(stores.prices().repair(motor(2, "second"))).isEmpty();
        assertThat(stores.prices().repair(motor(1, "first, late"))).isEmpty();
        assertThat(stores.prices().repair(motor(3, "third"))).hasValue(Drift.STALE);
        assertThat(stores.prices().repair(motor(3, "right"))).hasValue(Drift.DAMAGED);

        assertThat(stores.prices().find(Set.of(MOTOR))).containsEntry(MOTOR, motor(3, "right"));
    }

    @Test
    void keepsTheLatestVersionOfAView() {
        assertThat(stores.views().save(view(order, 1, Status.PLACED, 0))).isZero();
        assertThat(stores.views().save(view(order, 3, Status.FULFILLED, 0))).isEqualTo(1);
        assertThat(stores.views().save(view(order, 2, Status.CONFIRMED, 0))).isEqualTo(3);

        assertThat(stores.views().find(order)).contains(view(order, 3, Status.FULFILLED, 0));
        assertThat(stores.views().find(new OrderId("no-such-order"))).isEmpty();
    }

    @Test
    void listsACustomersOrdersNewestFirstPageByPage() {
        var orders = IntStream.range(0, 7).mapToObj(i -> new OrderId(customer + "-" + i)).toList();
        // Two of the same moment, and all in another order than they are listed.
        List.of(3, 0, 6, 1, 5, 2, 4).forEach(i -> stores.views()
                .save(view(orders.get(i), 1, Status.PLACED, i == 4 ? 3 : i)));

        var listed = new ArrayList<OrderId>();
        var sizes = new ArrayList<Integer>();
        Optional<Position> after = Optional.empty();
        do {
            var page = stores.views().list(customer, 3, after);
            page.orders().forEach(view -> listed.add(view.orderId()));
            sizes.add(page.orders().size());
            after = page.next();
        } while (after.isPresent());

        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(listed.stream().filter(id -> !id.value().endsWith("-4"))
                .map(OrderId::value).map(id -> id.substring(id.length() - 1))
                .collect(Collectors.joining())).isEqualTo("653210");
    }

    @Test
    void endsAListThatFillsItsLastPage() {
        for (int i = 0; i < 3; i++) {
            stores.views().save(view(new OrderId(customer + "-" + i), 1, Status.PLACED, i));
        }

        assertThat(stores.views().list(customer, 3, Optional.empty()).next()).isEmpty();
        assertThat(stores.views().list(BOB, 3, Optional.empty()).orders()).isEmpty();
    }

    // Interventions.

    @Test
    void marksAnOrderAsParkedUntilItsExecutionWentThrough() {
        stores.views().save(view(order, 2, Status.CONFIRMED, 0));

        assertThat(stores.interventions().open(intervention(0))).isTrue();
        assertThat(parked()).isTrue();
        stores.views().save(view(order, 3, Status.CANCELLING, 0));
        assertThat(parked()).as("a projection leaves the mark alone").isTrue();

        assertThat(resolve(1)).isTrue();
        assertThat(parked()).isFalse();
    }

    @Test
    void takesNewsTwiceAndInAnyOrder() {
        stores.views().save(view(order, 2, Status.CONFIRMED, 0));

        assertThat(stores.interventions().open(intervention(0))).isTrue();
        assertThat(stores.interventions().open(intervention(0))).isFalse();
        assertThat(stores.interventions().open(intervention(1))).isTrue();
        assertThat(resolve(2)).isTrue();
        assertThat(resolve(2)).isFalse();
        assertThat(stores.interventions().open(intervention(1))).isFalse();
        assertThat(parked()).isFalse();
    }

    @Test
    void knowsThatAnExecutionWentThroughBeforeItHearsThatItHadFailed() {
        stores.views().save(view(order, 2, Status.CONFIRMED, 0));

        assertThat(resolve(1)).isTrue();
        assertThat(stores.interventions().open(intervention(0))).isFalse();

        assertThat(parked()).isFalse();
    }

    @Test
    void marksAnOrderBeforeItsViewIsThere() {
        stores.interventions().open(intervention(0));

        assertThat(stores.views().find(order)).isEmpty();
        stores.views().save(view(order, 1, Status.PLACED, 0));
        assertThat(parked()).isTrue();
    }

    @Test
    void neverShowsAnEndedOrderAsParked() {
        stores.interventions().open(intervention(0));
        stores.views().save(view(order, 2, Status.REJECTED, 0));

        assertThat(parked()).isFalse();
    }

    @Test
    void notesAnExecutionOfNoOrder() {
        var lost = new Intervention(execution, Optional.empty(), "checkout", "ABORTED",
                Optional.empty(), Optional.empty(), NOW, 0);

        assertThat(stores.interventions().open(lost)).isTrue();
        assertThat(stores.interventions().open(lost)).isFalse();
    }

    private boolean parked() {
        return stores.views().find(order).orElseThrow().parked();
    }

    private boolean resolve(int redriveCount) {
        return stores.interventions().resolve(execution, Optional.of(order), redriveCount, NOW);
    }

    private Intervention intervention(int redriveCount) {
        return new Intervention(execution, Optional.of(order), "checkout", "FAILED",
                Optional.of("States.Timeout"), Optional.of("x".repeat(5_000)), NOW, redriveCount);
    }

    private Optional<Placement> place(Placement placement) {
        return stores.placements().place(Samples.placed(placement.orderId()), placement, NOW,
                REQUEST);
    }

    private boolean append(Stored found, OrderEvent event) {
        return stores.orders().append(found, event, NOW, REQUEST);
    }

    private Placement placement(String key, OrderId orderId) {
        return new Placement(new PlacementKey(customer, key), "fingerprint", orderId,
                new Money(25_800, "EUR"), NOW.plus(Duration.ofHours(24)));
    }

    private OrderView view(OrderId orderId, long version, Status status, int second) {
        var purchase = Samples.placed(orderId).start(NOW).purchase();
        return new OrderView(orderId, customer, status, version, purchase.lines(),
                purchase.total(), NOW.plusSeconds(second), NOW.plusSeconds(60),
                Optional.of("pi_1"), Optional.empty(), Optional.empty(), false);
    }

    private static PricedProduct motor(long version, String name) {
        return new PricedProduct(MOTOR, name, 700, new Money(9_000, "EUR"), true, version);
    }

    private static PricedProduct gearbox(long version, String name) {
        return new PricedProduct(GEARBOX, name, 900, new Money(45_000, "EUR"), true, version);
    }
}
