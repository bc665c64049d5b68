package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Customers who change their minds, at the best and at the worst moments. */
@ExtendWith(SharedSystem.class)
class CancellationIT {
    private static final int LARGEST_RACE = 120;
    private static final int ENOUGH_RACES = 24;

    @Test
    void anOrderCancelledBeforeThePivotIsNeverCharged(Shop shop) {
        Product servo = shop.product(12_900, 2);

        Order order = Cancelling.beforeThePivot(shop, servo);

        order.await("CANCELLED");
        assertThat(order.history()).doesNotContain("OrderConfirmed");
        assertThat(shop.sagas().cancellations(order)).as("the checkout itself undoes it")
                .isEmpty();
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void aFulfilledOrderIsRefundedRestockedAndItsParcelGivenBack(Shop shop) {
        Product servo = shop.product(12_900, 2);
        Order order = shop.customer().place(OrderRequest.of(servo, 2)).await("FULFILLED");

        order.cancel().expect(202);

        order.await("CANCELLED");
        assertThat(shop.system().payments().ledger(order.id()).path("refunded").asLong())
                .isEqualTo(25_800);
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void aDispatchedOrderIsNotCancelled(Shop shop) {
        Product servo = shop.product(12_900, 2);
        Order order = shop.customer().place(OrderRequest.of(servo, 2)).await("FULFILLED");
        shop.system().carrier().moveParcel(order.id(), "in_transit").expect(200);

        order.cancel().expect(202);

        order.awaitEvent("CancellationDeclined");
        order.await("FULFILLED");
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void anOrderThatIsNoMoreCannotBeCancelled(Shop shop) {
        Product servo = shop.product(12_900, 2);
        Order rejected = shop.customer()
                .place(OrderRequest.of(servo, 1).paidWith(OrderRequest.DECLINED))
                .await("REJECTED");

        assertThat(rejected.cancel().status()).isEqualTo(409);

        assertThat(rejected.status()).isEqualTo("REJECTED");
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void anOrderOfSomebodyElseCannotBeCancelled(Shop shop) {
        Product servo = shop.product(12_900, 2);
        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        Answer answer = shop.customer().api().post("/orders/" + order.id() + "/cancellation");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(order.status()).isEqualTo("FULFILLED");
        assertThat(shop.books().problems()).isEmpty();
    }

    /** Both outcomes of the race must be seen, and the books balance after each of them. */
    @Test
    void aCancellationThatRacesThePivotIsDecidedByWhatIsAppendedFirst(Shop shop) {
        long seed = System.nanoTime();
        System.out.println("Seed of the race with the pivot: " + seed);
        Random random = new Random(seed);
        Product servo = shop.product(12_900, 1_000);
        Customer ada = shop.customer();
        List<Order> orders = new ArrayList<>();
        int before = 0;
        long slowestMillis = 100;

        while (orders.size() < ENOUGH_RACES || before == 0 || before == orders.size()) {
            assertThat(orders).as("races of which %s were won before the pivot; seed %s", before,
                    seed).hasSizeLessThan(LARGEST_RACE);
            Order order = ada.place(OrderRequest.of(servo, 1));
            LockSupport.parkNanos(Duration.ofMillis(random.nextLong(slowestMillis)).toNanos());
            order.cancel().expect(202);
            order.await("CANCELLED");
            orders.add(order);
            boolean won = !order.history().contains("OrderConfirmed");
            before += won ? 1 : 0;
            slowestMillis = won ? slowestMillis * 5 / 4 : Math.max(2, slowestMillis * 4 / 5);
        }

        assertThat(shop.books().problems()).as("seed %s", seed).isEmpty();
    }
}
