package drivetrain.acceptance;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whoever wants to know hears of circuits on the bus. */
@ExtendWith(SharedSystem.class)
class CircuitEventsIT {
    private static final String SETTLE = "payment-provider#settle";
    private static final String PROBED = "CircuitHalfOpened";

    @Test
    void aCircuitThatLetsAProbeThroughIsHeardOnTheBus(Shop shop, SpokenEvents spoken) {
        Product servo = shop.product(12_900, 1);
        int before = spoken.count(PROBED);
        shop.circuits().put(SETTLE, "OPEN", Map.of("openUntil",
                AttributeValue.fromN(Long.toString(Instant.now().toEpochMilli()))));

        shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        Waiting.untilTrue(PROBED + " on the bus", shop.system().patience(),
                () -> spoken.count(PROBED) > before);
    }
}
