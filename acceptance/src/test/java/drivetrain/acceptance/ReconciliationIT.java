package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.FunctionLines.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Copies that events keep up to date are repaired when an event was lost, or somebody damaged one. */
@ExtendWith(SharedSystem.class)
class ReconciliationIT {
    private static final String PRICES = "Prices";
    private static final String AVAILABILITY = "ProductAvailability";
    private static final AttributeValue MARK = AttributeValue.fromS("nobody has written since");

    @Test
    void pricesThatWereLostOrDamagedAreRepairedAndCounted(LocalSystem system, Shop shop) {
        Product lost = shop.product(12_900, 5);
        Product damaged = shop.product(9_900, 5);
        Product sound = shop.product(4_900, 5);
        var restating = new Restating(system, shop, "RestateProducts", "ReconcilePrices");

        assertRepairs(shop, PRICES, restating,
                new Copies(lost, damaged, sound, "price"));

        Order order = shop.customer().place(OrderRequest.of(lost, 1).and(damaged, 1));
        assertThat(order.await("FULFILLED").view().path("total").path("minorUnits").asLong())
                .isEqualTo(12_900 + 9_900);
    }

    @Test
    void availabilityThatWasLostOrDamagedIsRepairedAndCounted(LocalSystem system, Shop shop) {
        Product lost = shop.product(12_900, 7);
        Product damaged = shop.product(9_900, 8);
        Product sound = shop.product(4_900, 9);
        for (Product product : List.of(lost, damaged, sound)) {
            Waiting.untilTrue("availability of " + product.sku(), system.patience(),
                    () -> !item(shop, AVAILABILITY, product).isEmpty());
        }
        var restating = new Restating(system, shop, "RestateStock", "ReconcileAvailability");

        assertRepairs(shop, AVAILABILITY, restating,
                new Copies(lost, damaged, sound, "available"));

        assertThat(shop.staff().get("/products/" + lost.sku()).body().path("availability")
                .path("available").asLong()).isEqualTo(7);
    }

    /** One copy to drop, one to damage in an attribute, and one to leave alone. */
    private record Copies(Product lost, Product damaged, Product sound, String attribute) {}

    private static void assertRepairs(Shop shop, String table, Restating restating,
            Copies copies) {
        shop.restingContents();
        var lost = item(shop, table, copies.lost());
        var damaged = item(shop, table, copies.damaged());
        var marked = with(item(shop, table, copies.sound()), "mark", MARK);
        shop.tables().remove(table, key(copies.lost()));
        shop.tables().put(table,
                with(damaged, copies.attribute(), AttributeValue.fromS("nonsense")));
        shop.tables().put(table, marked);

        List<Line> repairs = restating.run();

        assertThat(item(shop, table, copies.lost())).isEqualTo(lost);
        assertThat(item(shop, table, copies.damaged())).isEqualTo(damaged);
        assertThat(item(shop, table, copies.sound())).as("what is right isn't written")
                .isEqualTo(marked);
        assertThat(repairs).anyMatch(line -> tells(line, copies.lost(), "MISSING"))
                .anyMatch(line -> tells(line, copies.damaged(), "DAMAGED"));
        assertThat(drifts(repairs)).isEqualTo(2);
        assertThat(drifts(restating.run())).as("drift that is left").isZero();
        assertThat(item(shop, table, copies.sound())).isEqualTo(marked);
    }

    private static boolean tells(Line line, Product product, String drift) {
        return line.text().contains("\"" + product.sku() + "\"")
                && line.text().contains("\"drift\":\"" + drift + "\"");
    }

    /** As the alarms count it. */
    private static long drifts(List<Line> lines) {
        return lines.stream().filter(line -> line.text().contains("\"CopyDrift\":1")).count();
    }

    private static Map<String, AttributeValue> item(Shop shop, String table, Product product) {
        return shop.tables().item(table, key(product));
    }

    private static Map<String, AttributeValue> key(Product product) {
        return Map.of("sku", AttributeValue.fromS(product.sku()));
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> item, String name,
            AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(name, value);
        return changed;
    }
}
