package drivetrain.catalog.application;

import static drivetrain.catalog.domain.Samples.controller;
import static drivetrain.catalog.domain.Samples.gearbox;
import static drivetrain.catalog.domain.Samples.motor;
import static drivetrain.catalog.domain.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.catalog.domain.Availability;
import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.catalog.domain.Samples;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Drift;
import drivetrain.kernel.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every storage of the catalog promises. */
public abstract class StoreContract {
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00.250Z");
    private static final Stamp STAMP = new Stamp(new CorrelationId("test"), NOW);
    private static final Sku SKU = new Sku("S-1");

    private ProductStore products;
    private AvailabilityStore availabilities;

    /** Empty. */
    protected abstract ProductStore products();

    /** Empty. */
    protected abstract AvailabilityStore availabilities();

    @BeforeEach
    void open() {
        products = products();
        availabilities = availabilities();
    }

    @Test
    void keepsProductsOfEveryTypeToTheLastFigure() {
        for (Product product : List.of(servo("S-1", 0.1 + 0.2, 12_900), motor("M-1", 2, 3_000, 48),
                gearbox("G-1"), controller("C-1"))) {
            assertThat(products.find(product.sku())).isEmpty();
            assertThat(products.put(product, STAMP)).isTrue();
            assertThat(products.find(product.sku())).hasValue(product);
        }
    }

    @Test
    void writesOnlyTheNextVersion() {
        var first = servo("S-1", 2, 12_900);
        var second = new Product(SKU, Samples.servo(2, 13_900, true), 2);

        assertThat(products.put(second, STAMP)).isFalse();
        assertThat(products.put(first, STAMP)).isTrue();
        assertThat(products.put(first, STAMP)).isFalse();
        assertThat(products.put(second, STAMP)).isTrue();
        assertThat(products.put(second, STAMP)).isFalse();
        assertThat(products.find(SKU)).hasValue(second);
    }

    @Test
    void listsActiveProductsOfATypeFromAPositionOn() {
        put(servo("S-2", 10, 1), servo("S-4", 2, 1), servo("S-3", 2, 1), motor("M-1", 2, 9, 24),
                new Product(new Sku("S-1"), Samples.servo(1, 1, false), 1));

        assertThat(listed(Optional.empty(), 9)).containsExactlyInAnyOrder("S-3", "S-4", "S-2")
                .endsWith("S-2");
        assertThat(listed(Optional.empty(), 2)).hasSize(2);
        assertThat(listed(Optional.of(new Position(ProductType.SERVO, 2, new Sku("S-4"))), 9))
                .contains("S-2").doesNotContain("S-4");
        assertThat(listed(Optional.of(new Position(ProductType.SERVO, 10, new Sku("S-2"))), 9))
                .isEmpty();
    }

    @Test
    void listsEachProductOnceHoweverSmallThePages() {
        put(servo("S-1", 2, 1), servo("S-2", 2, 1), servo("S-3", 2, 1), servo("S-4", 1, 1),
                servo("S-5", 3, 1));
        List<String> walked = new ArrayList<>();

        Optional<Position> end = Optional.empty();
        do {
            List<Product> page = products.listed(ProductType.SERVO, end, 2);
            page.forEach(product -> walked.add(product.sku().value()));
            end = page.isEmpty() ? Optional.empty() : Optional.of(Position.of(page.getLast()));
        } while (end.isPresent());

        assertThat(walked).hasSize(5).doesNotHaveDuplicates().startsWith("S-4").endsWith("S-5");
    }

    @Test
    void forgetsAProductInTheListOnceItIsInactiveAndTakesItBack() {
        put(servo("S-1", 2, 1), new Product(SKU, Samples.servo(2, 1, false), 2));
        List<String> inactive = listed(Optional.empty(), 9);
        put(new Product(SKU, Samples.servo(2, 1, true), 3));

        assertThat(inactive).isEmpty();
        assertThat(listed(Optional.empty(), 9)).containsExactly("S-1");
    }

    @Test
    void findsWhatCarriesATorqueTheSmallestFirst() {
        put(servo("S-1", 10, 1), servo("S-2", 2, 1), servo("S-3", 1.999, 1), gearbox("G-1"));

        assertThat(products.carrying(ProductType.SERVO, 2, 9))
                .extracting(product -> product.sku().value()).containsExactly("S-2", "S-1");
        assertThat(products.carrying(ProductType.SERVO, 2, 1))
                .extracting(product -> product.sku().value()).containsExactly("S-2");
    }

    @Test
    void keepsTheNewestAvailabilityWhateverTheOrder() {
        var second = new Availability(SKU, 5, 2, NOW);

        assertThat(availabilities.keepIfNewer(second)).isTrue();
        assertThat(availabilities.keepIfNewer(new Availability(SKU, 9, 1, NOW))).isFalse();
        assertThat(availabilities.keepIfNewer(second)).isFalse();
        assertThat(availabilities.findAll(List.of(SKU, new Sku("S-9"))))
                .isEqualTo(Map.of(SKU, second));
        assertThat(availabilities.find(SKU)).hasValue(second);
        assertThat(availabilities.find(new Sku("S-9"))).isEmpty();
        assertThat(availabilities.keepIfNewer(new Availability(SKU, 0, 10, NOW))).isTrue();
    }

    @Test
    void repairsAvailabilityAndSaysWhatWasWrong() {
        var second = new Availability(SKU, 5, 2, NOW);
        var third = new Availability(SKU, 4, 3, NOW.plusMillis(1));

        assertThat(availabilities.repair(second)).hasValue(Drift.MISSING);
        assertThat(availabilities.repair(second)).isEmpty();
        assertThat(availabilities.repair(new Availability(SKU, 9, 1, NOW))).isEmpty();
        assertThat(availabilities.repair(third)).hasValue(Drift.STALE);
        assertThat(availabilities.repair(new Availability(SKU, 7, 3, NOW)))
                .hasValue(Drift.DAMAGED);

        assertThat(availabilities.find(SKU)).hasValue(new Availability(SKU, 7, 3, NOW));
    }

    private void put(Product... all) {
        Stream.of(all).forEach(product -> assertThat(products.put(product, STAMP)).isTrue());
    }

    private List<String> listed(Optional<Position> after, int limit) {
        return products.listed(ProductType.SERVO, after, limit).stream()
                .map(product -> product.sku().value()).toList();
    }
}
