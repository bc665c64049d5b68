package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checkout as a customer sees it. */
@ExtendWith(SharedSystem.class)
class CheckoutIT {
    @Test
    void anOrderIsPaidReservedShippedAndFulfilled(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Product gearbox = shop.product(7_950, 5);
        Customer ada = shop.customer();

        Order order = ada.place(OrderRequest.of(servo, 2).and(gearbox, 1)).await("FULFILLED");

        JsonNode view = order.view();
        assertThat(view.path("total").path("minorUnits").asLong()).isEqualTo(33_750);
        assertThat(view.path("trackingCode").asText()).isNotEmpty();
        assertThat(order.history()).containsExactly("OrderPlaced", "OrderConfirmed",
                "OrderFulfilled");
        assertThat(ada.api().get("/orders/" + order.id() + "/payment").expect(200).text("status"))
                .isEqualTo("CAPTURED");
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void aFulfilledOrderIsDispatchedAndDelivered(Shop shop) {
        Product servo = shop.product(12_900, 1);
        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        shop.system().carrier().moveParcel(order.id(), "in_transit").expect(200);
        shop.system().carrier().moveParcel(order.id(), "delivered").expect(200);

        order.await("DELIVERED");
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void aDeclinedCardRejectsTheOrderAndGivesTheStockBack(Shop shop) {
        Product servo = shop.product(12_900, 3);

        Order order = shop.customer()
                .place(OrderRequest.of(servo, 3).paidWith(OrderRequest.DECLINED))
                .await("REJECTED");

        assertThat(order.view().path("rejection").asText()).isEqualTo("PAYMENT_DECLINED");
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void anOrderForMoreThanThereIsIsRejectedAndNothingIsCharged(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Product gearbox = shop.product(7_950, 1);

        Order order = shop.customer().place(OrderRequest.of(servo, 1).and(gearbox, 2))
                .await("REJECTED");

        assertThat(order.view().path("rejection").asText()).isEqualTo("OUT_OF_STOCK");
        assertThat(shop.system().payments().ledger(order.id()).isMissingNode())
                .as("the provider never heard of the order").isTrue();
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void ofTwoBuyersOfTheLastItemOneGetsIt(Shop shop) throws Exception {
        Product last = shop.product(12_900, 1);
        Customer ada = shop.customer();
        Customer bob = shop.customer();
        List<String> ends;

        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = both
                    .submit(() -> ada.place(OrderRequest.of(last, 1)).awaitEnd());
            Future<String> second = both
                    .submit(() -> bob.place(OrderRequest.of(last, 1)).awaitEnd());
            ends = List.of(first.get(), second.get());
        }

        assertThat(ends).containsExactlyInAnyOrder("FULFILLED", "REJECTED");
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void theSameKeyAgainIsTheSameOrder(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Customer ada = shop.customer();
        OrderRequest request = OrderRequest.of(servo, 1);

        Answer first = ada.place("key-1", request).expect(202);
        Answer second = ada.place("key-1", request).expect(202);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"))
                .isEqualTo("/orders/" + first.text("orderId"));
        ada.accepted(first, request).await("FULFILLED");
        assertThat(ada.api().get("/orders").expect(200).body().path("items")).hasSize(1);
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void theSameKeyForAnotherOrderIsRefused(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Customer ada = shop.customer();
        OrderRequest request = OrderRequest.of(servo, 1);
        ada.accepted(ada.place("key-1", request), request);

        Answer other = ada.place("key-1", OrderRequest.of(servo, 2));

        other.expect(422);
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
        ada.api().get("/orders").expect(200);
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void theSameKeyOfAnotherCustomerIsAnotherOrder(Shop shop) {
        Product servo = shop.product(12_900, 10);
        OrderRequest request = OrderRequest.of(servo, 1);
        Customer ada = shop.customer();
        Customer bob = shop.customer();

        Order hers = ada.accepted(ada.place("key-1", request), request);
        Order his = bob.accepted(bob.place("key-1", request), request);

        assertThat(his.id()).isNotEqualTo(hers.id());
        assertThat(bob.api().get("/orders/" + hers.id()).status())
                .as("somebody else's order is none").isEqualTo(404);
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void theCustomerIsToldOnceOfEachStep(Shop shop) {
        Product servo = shop.product(12_900, 10);

        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        Waiting.untilTrue("four messages on " + order.id(), order.patience(),
                () -> shop.messages(order).size() == 4);
        assertThat(shop.messages(order)).allSatisfy(message -> assertThat(message).isNotEmpty());
    }
}
