package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a customer sees while a circuit is open. */
@ExtendWith(SharedSystem.class)
class OpenCircuitIT {
    private static final String AUTHORIZE = "payment-provider#authorize";
    private static final String SETTLE = "payment-provider#settle";
    private static final String SHIPMENTS = "carrier#shipments";

    private static final int A_LONG_TIME = 600;

    @Test
    void beforeThePivotTheOrderIsRejectedAndTheProviderIsLeftAlone(Shop shop) {
        Product servo = shop.product(12_900, 4);
        open(shop, AUTHORIZE, A_LONG_TIME);
        open(shop, SETTLE, A_LONG_TIME);

        Order order = shop.customer().place(OrderRequest.of(servo, 2)).await("REJECTED");

        assertThat(order.view().path("rejection").asText()).isEqualTo("PAYMENT_UNAVAILABLE");
        assertThat(shop.system().payments().ledger(order.id()).isMissingNode())
                .as("nothing was asked of the provider").isTrue();
        assertThat(shop.books().problems()).as("the stock is back").isEmpty();
    }

    @Test
    void afterThePivotTheOrderWaitsUntilTheProviderMayBeProbed(Shop shop) {
        Product servo = shop.product(12_900, 4);
        open(shop, SETTLE, A_LONG_TIME);

        Order order = shop.customer().place(OrderRequest.of(servo, 2)).await("CONFIRMED");
        assertThat(shop.system().payments().ledger(order.id()).path("paid").asLong()).isZero();

        open(shop, SETTLE, 0);
        order.await("FULFILLED");
        assertThat(shop.circuits().state(SETTLE)).as("one good probe, of two that close it")
                .isEqualTo("HALF_OPEN");
        assertThat(shop.books().problems()).isEmpty();
    }

    @Test
    void afterThePivotTheOrderWaitsUntilTheCarrierMayBeProbed(Shop shop) {
        Product servo = shop.product(12_900, 4);
        open(shop, SHIPMENTS, A_LONG_TIME);
        long before = shop.system().carrier().calls("create");

        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("CONFIRMED");
        assertThat(shop.system().carrier().calls("create")).isEqualTo(before);

        open(shop, SHIPMENTS, 0);
        order.await("FULFILLED");
        assertThat(shop.books().problems()).isEmpty();
    }

    private static void open(Shop shop, String circuit, int seconds) {
        long until = Instant.now().plusSeconds(seconds).toEpochMilli();
        shop.circuits().put(circuit, "OPEN",
                Map.of("openUntil", AttributeValue.fromN(Long.toString(until))));
    }
}
