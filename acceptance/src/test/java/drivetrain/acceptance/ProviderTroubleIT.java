package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Providers that are slow, failing or down. */
@ExtendWith(SharedSystem.class)
class ProviderTroubleIT {
    @Test
    void anOrderWhoseCarrierIsDownIsParkedAndFulfilledAfterItRecovers(Shop shop,
            Redrives operator) {
        Product servo = shop.product(12_900, 4);
        shop.system().carrier().goDown();

        Order order = shop.customer().place(OrderRequest.of(servo, 2)).awaitParked();

        assertThat(shop.sagas().awaitCheckout(order)).isEqualTo(ExecutionStatus.FAILED);
        assertThat(order.status()).isEqualTo("CONFIRMED");
        assertThat(shop.books().problems()).as("a parked order isn't lost").isEmpty();

        shop.system().carrier().heal();
        operator.redrive(order);

        order.await("FULFILLED");
        assertThat(order.parked()).isFalse();
        assertThat(shop.books().problems()).as("nothing was charged twice").isEmpty();
    }

    @Test
    void aProviderThatTimesOutAfterItAuthorizedIsAskedByKeyAndChargesOnce(Shop shop) {
        Product servo = shop.product(12_900, 1);
        shop.system().payments().timeOutAfterEffect(1, "create", tooLong(shop));

        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        assertThat(shop.system().payments().ledger(order.id()).path("charges").asInt())
                .isEqualTo(1);
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void aProviderThatTimesOutAfterItCapturedTakesTheMoneyOnce(Shop shop) {
        Product servo = shop.product(12_900, 1);
        shop.system().payments().timeOutAfterEffect(1, "capture", tooLong(shop));

        shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void aCarrierThatTimesOutAfterItSoldALabelSellsNoSecondOne(Shop shop) {
        Product servo = shop.product(12_900, 1);
        shop.system().carrier().timeOutAfterEffect(1, "buy", tooLong(shop));

        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        assertThat(shop.system().carrier().ledger(order.id()).path("labels").asInt())
                .isEqualTo(1);
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void aProviderThatStaysSilentAfterAuthorizingIsMadeToGiveItUp(Shop shop) {
        Product servo = shop.product(12_900, 1);
        // Every try of the task, so that the checkout gives up and compensates.
        shop.system().payments().timeOutAfterEffect(5, "create", tooLong(shop));

        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("REJECTED");

        assertThat(order.view().path("rejection").asText()).isEqualTo("CHECKOUT_FAILED");
        assertThat(shop.books().problems()).as("no authorization is left open").isEmpty();
    }

    @Test
    void aPaymentProviderThatIsDownForAWhileIsAskedAgain(Shop shop) {
        Product servo = shop.product(12_900, 1);
        shop.system().payments().failNext(3, "create", 503);

        shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void ordersSurviveProvidersThatFailEveryFourthTime(Shop shop, Redrives operator) {
        Product servo = shop.product(12_900, 100);
        Customer ada = shop.customer();
        shop.system().payments().failSometimes(0.25, 503);
        shop.system().carrier().failSometimes(0.25, 500);

        List<Order> orders = IntStream.range(0, 20)
                .mapToObj(i -> ada.place(OrderRequest.of(servo, 1 + i % 3))).toList();

        orders.forEach(Order::awaitEndOrParked);
        shop.system().payments().heal();
        shop.system().carrier().heal();
        orders.stream().filter(Order::parked).forEach(operator::redrive);
        orders.forEach(Order::awaitEnd);
        assertThat(shop.books().problems()).isEmpty();
    }

    /** Longer than the functions wait for a provider. */
    private static Duration tooLong(Shop shop) {
        return shop.system().providerTimeout().plusSeconds(1);
    }
}
