package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams and buses deliver at least once, and not always in order. */
@ExtendWith(SharedSystem.class)
class StreamTroubleIT {
    @Test
    void duplicateAndReorderedStreamRecordsChangeNothing(LocalSystem system, Shop shop) {
        long seed = system.seed();
        System.out.println("Seed of the stream's troubles: " + seed);
        Product servo = shop.product(12_900, 100);
        Customer ada = shop.customer();
        system.disturbStreams();

        List<Order> orders = IntStream.range(0, 16).mapToObj(i -> ada.place(
                OrderRequest.of(servo, 1 + i % 2)
                        .paidWith(i % 5 == 4 ? OrderRequest.DECLINED : OrderRequest.VISA)))
                .toList();
        orders.forEach(Order::awaitEnd);
        orders.stream().filter(order -> order.status().equals("FULFILLED")).limit(4)
                .forEach(order -> {
                    order.cancel().expect(202);
                    order.await("CANCELLED");
                });
        system.heal();

        assertThat(shop.books().problems()).as("seed %s", seed).isEmpty();
        orders.forEach(order -> assertThat(order.view()).as("the view of %s; seed %s", order.id(),
                seed).isEqualTo(order.foldedFromItsLog()));
        long available = shop.staff().get("/stock/" + servo.sku()).number("available");
        Waiting.untilTrue("the catalog to know that " + available + " are left; seed " + seed,
                system.patience(), () -> available == shop.staff().get("/products/" + servo.sku())
                        .body().path("availability").path("available").asLong(-1));
    }
}
