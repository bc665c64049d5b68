package drivetrain.acceptance;

import java.util.Optional;
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

        Waiting.until("CircuitUnguarded on the bus", system.patience(),
                () -> Optional.of(spoken.count("CircuitUnguarded"))
                        .filter(heard -> heard > before));
    }
}
