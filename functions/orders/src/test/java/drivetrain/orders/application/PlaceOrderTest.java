package drivetrain.orders.application;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.BOB;
import static drivetrain.orders.Samples.LONDON;
import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.SERVO;
import static drivetrain.orders.Samples.SERVO_PRICE;
import static drivetrain.orders.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import drivetrain.orders.application.PlaceOrder.Outcome;
import drivetrain.orders.application.PlaceOrder.Request;
import drivetrain.orders.application.PlacementStore.Placement;
import drivetrain.orders.application.PlacementStore.PlacementKey;
import drivetrain.orders.domain.Address;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.domain.PricedProduct;
import drivetrain.orders.domain.Quote.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
    private static final CorrelationId REQUEST = new CorrelationId("request-1");
    private final Stores stores = new InMemoryStores().stores();
    private final AtomicInteger ids = new AtomicInteger();
    private final PlaceOrder placeOrder = placeOrder(stores.placements(), NOW);

    @BeforeEach
    void sellServos() {
        stores.prices().save(servo(1));
    }

    @Test
    void placesAnOrderAtThePricesOfTheMoment() {
        assertThat(placeOrder.place(request("key-1", 2), REQUEST))
                .isEqualTo(new Outcome.Accepted(new OrderId("order-1"), SERVO_PRICE.times(2)));

        assertThat(stores.orders().find(new OrderId("order-1"))).isPresent();
    }

    @Test
    void answersTheSameRequestTheSameWithoutASecondOrder() {
        var first = placeOrder.place(request("key-1", 2), REQUEST);

        assertThat(placeOrder.place(request("key-1", 2), REQUEST)).isEqualTo(first);

        assertThat(stores.orders().find(new OrderId("order-2"))).isEmpty();
    }

    @Test
    void answersTheSameEvenIfTheProductCannotBeOrderedAnyMore() {
        var first = placeOrder.place(request("key-1", 2), REQUEST);
        stores.prices().save(
                new PricedProduct(SERVO, "Servo 2040", 450, SERVO_PRICE.times(2), false, 2));

        assertThat(placeOrder.place(request("key-1", 2), REQUEST)).isEqualTo(first);
        assertThat(placeOrder.place(request("key-1", 3), REQUEST))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(placeOrder.place(request("key-2", 2), REQUEST))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesAnotherRequestWithTheSameKey() {
        placeOrder.place(request("key-1", 2), REQUEST);

        assertThat(placeOrder.place(request("key-1", 3), REQUEST))
                .isEqualTo(new Outcome.KeyReused());
    }

    @Test
    void takesTheSameKeyOfAnotherCustomerAsAnotherKey() {
        placeOrder.place(request("key-1", 2), REQUEST);

        assertThat(placeOrder.place(request(BOB, "key-1", 2, LONDON, "pm_card_visa"), REQUEST))
                .isEqualTo(new Outcome.Accepted(new OrderId("order-2"), SERVO_PRICE.times(2)));
    }

    @Test
    void forgetsAKeyAfterADay() {
        placeOrder.place(request("key-1", 2), REQUEST);
        var nextDay = placeOrder(stores.placements(), NOW.plus(Duration.ofHours(24)));

        assertThat(nextDay.place(request("key-1", 3), REQUEST))
                .isEqualTo(new Outcome.Accepted(new OrderId("order-2"), SERVO_PRICE.times(3)));
    }

    @Test
    void writesNothingOfARequestThatItRefuses() {
        var unknown = new Request(new PlacementKey(ADA, "key-1"),
                List.of(new Wish(new Sku("NO-SUCH"), 1)), LONDON, "pm_1");

        assertThat(placeOrder.place(unknown, REQUEST)).isInstanceOf(Outcome.Refused.class);

        assertThat(stores.placements().find(unknown.key(), NOW)).isEmpty();
    }

    @Test
    void tellsRequestsApartByEverythingThatIsAskedFor() {
        placeOrder.place(request("key-1", 2), REQUEST);
        var elsewhere = new Address("Ada Lovelace", "12 St James Square", Optional.of("Flat 2"),
                "London", "SW1Y 4JH", "GB", Optional.empty(), Optional.of("ada@example.com"));

        assertThat(placeOrder.place(request(ADA, "key-1", 2, elsewhere, "pm_card_visa"), REQUEST))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(placeOrder.place(request(ADA, "key-1", 2, LONDON, "pm_other"), REQUEST))
                .isEqualTo(new Outcome.KeyReused());
    }

    @Test
    void survivesACrashAfterTheOrderWasWritten() {
        var crashing = placeOrder(new FaultyPlacements(1, new StorageUnavailable("lost"), true),
                NOW);

        assertThatThrownBy(() -> crashing.place(request("key-1", 2), REQUEST))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(crashing.place(request("key-1", 2), REQUEST))
                .isEqualTo(new Outcome.Accepted(new OrderId("order-1"), SERVO_PRICE.times(2)));
        assertThat(stores.orders().find(new OrderId("order-2"))).isEmpty();
    }

    @Test
    void triesAgainWhenTheSameRequestIsUnderWay() {
        var contended = new FaultyPlacements(2, new VersionConflict("under way"), false);

        assertThat(placeOrder(contended, NOW).place(request("key-1", 2), REQUEST))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void saysThatARequestWithTheKeyIsRunningWhenItStaysInTheWay() {
        var contended = new FaultyPlacements(3, new VersionConflict("under way"), false);

        assertThat(placeOrder(contended, NOW).place(request("key-1", 2), REQUEST))
                .isEqualTo(new Outcome.StillRunning());
        assertThat(stores.orders().find(new OrderId("order-1"))).isEmpty();
    }

    private PlaceOrder placeOrder(PlacementStore placements, Instant now) {
        return new PlaceOrder(placements, stores.prices(), () -> "order-" + ids.incrementAndGet(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Request request(String key, int quantity) {
        return request(ADA, key, quantity, LONDON, "pm_card_visa");
    }

    private static Request request(CustomerId customer, String key, int quantity, Address shipTo,
            String paymentMethod) {
        return new Request(new PlacementKey(customer, key), List.of(new Wish(SERVO, quantity)),
                shipTo, paymentMethod);
    }

    /** Throws the first times, before or after the effect. */
    private final class FaultyPlacements implements PlacementStore {
        private int faultsLeft;
        private final RuntimeException fault;
        private final boolean afterEffect;

        FaultyPlacements(int faults, RuntimeException fault, boolean afterEffect) {
            this.faultsLeft = faults;
            this.fault = fault;
            this.afterEffect = afterEffect;
        }

        @Override
        public Optional<Placement> place(OrderPlaced event, Placement placement,
                Instant occurredAt, CorrelationId correlationId) {
            boolean faulty = faultsLeft-- > 0;
            if (faulty && !afterEffect) {
                throw fault;
            }
            var known = stores.placements().place(event, placement, occurredAt, correlationId);
            if (faulty) {
                throw fault;
            }
            return known;
        }

        @Override
        public Optional<Placement> find(PlacementKey key, Instant now) {
            return stores.placements().find(key, now);
        }
    }
}
