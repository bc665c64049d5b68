package drivetrain.acceptance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The breaker is there to help: what keeps it from working must not keep orders from it. */
@ExtendWith(SharedSystem.class)
class UnguardedIT {
    @Test
    void ordersGoThroughWhileTheCircuitsCannotBeReadAndTheBusHearsOfIt(LocalSystem system,
            Shop shop, SpokenEvents spoken) {
        Product servo = shop.product(12_900, 1);
        int before = spoken.count("CircuitUnguarded");

        try (var _ = system.loseCircuits()) {
            shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");
        }

        Waiting.untilTrue("CircuitUnguarded on the bus", system.patience(),
                () -> spoken.count("CircuitUnguarded") > before);
    }
}
