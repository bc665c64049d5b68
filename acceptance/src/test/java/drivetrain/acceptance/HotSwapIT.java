package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One service is rebuilt while orders run through it. Works on a copy of what is deployed. */
class HotSwapIT {
    private static final int MESSAGES_OF_AN_ORDER = 4;
    private static final String OLD_TEXT = "We have your order";
    private static final String NEW_TEXT = "We note your order";

    @TempDir
    private Path copy;

    @Test
    void aRebuiltServiceIsSwappedInAndNoOrderNotices() throws IOException {
        Deployment deployment = Deployment.copiedTo(copy);
        try (LocalSystem system = LocalSystem.start(deployment.template())) {
            Shop shop = new Shop(system);
            Product servo = shop.product(12_900, 1_000);
            Customer ada = shop.customer();
            List<Order> orders = new ArrayList<>(List.of(ada.place(OrderRequest.of(servo, 1))));
            assertThat(greeting(shop, orders.getFirst())).contains(OLD_TEXT);

            deployment.replace("notifications", "drivetrain/notifications/domain/Text.class",
                    OLD_TEXT, NEW_TEXT);

            Waiting.untilTrue("an order that the new code greets", system.patience(), () -> {
                orders.add(ada.place(OrderRequest.of(servo, 1)));
                return greeting(shop, orders.getLast()).contains(NEW_TEXT);
            });
            orders.forEach(order -> order.await("FULFILLED"));
            orders.forEach(order -> Waiting.untilTrue("all messages on " + order.id(),
                    system.patience(),
                    () -> shop.messages(order).size() == MESSAGES_OF_AN_ORDER));
            assertThat(shop.books().problems()).isEmpty();
            assertThat(shop.deadLetters()).isEmpty();
        }
    }

    private static String greeting(Shop shop, Order order) {
        return Waiting.until("the greeting of " + order.id(), order.patience(),
                () -> shop.messages(order).stream().filter(
                        text -> text.contains(OLD_TEXT) || text.contains(NEW_TEXT)).findFirst());
    }
}
