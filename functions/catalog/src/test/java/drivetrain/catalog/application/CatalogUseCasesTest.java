package drivetrain.catalog.application;

import static drivetrain.catalog.domain.Samples.controller;
import static drivetrain.catalog.domain.Samples.gearbox;
import static drivetrain.catalog.domain.Samples.motor;
import static drivetrain.catalog.domain.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.catalog.application.PutProduct.Effect;
import drivetrain.catalog.domain.Availability;
import drivetrain.catalog.domain.Load;
import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.catalog.domain.Samples;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Sku;
import drivetrain.kernel.VersionConflict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogUseCasesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    private static final CorrelationId CORRELATION = new CorrelationId("test");
    private static final Sku SKU = new Sku("S-1");

    private final InMemoryProducts products = new InMemoryProducts();
    private final InMemoryAvailabilities availabilities = new InMemoryAvailabilities();
    private final PutProduct putProduct = new PutProduct(products,
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final ListProducts listProducts = new ListProducts(products, availabilities);

    @Test
    void putsAProductOnceHoweverOftenItIsSent() {
        var sheet = Samples.servo(2, 12_900, true);

        assertThat(putProduct.put(SKU, sheet, CORRELATION))
                .isEqualTo(new PutProduct.Outcome(new Product(SKU, sheet, 1), Effect.ADDED));
        assertThat(putProduct.put(SKU, sheet, CORRELATION))
                .isEqualTo(new PutProduct.Outcome(new Product(SKU, sheet, 1), Effect.UNCHANGED));
        assertThat(putProduct.put(SKU, Samples.servo(2, 13_900, true), CORRELATION).product()
                .version()).isEqualTo(2);
    }

    @Test
    void losesNoChangeThatSomebodyElseMadeMeanwhile() {
        var racing = new PutProduct(new InMemoryProducts() {
            @Override
            public Optional<Product> find(Sku sku) {
                var before = super.find(sku);
                super.put(new Product(sku, Samples.servo(3, 1, true),
                        before.map(Product::version).orElse(0L) + 1),
                        new Stamp(CORRELATION, NOW));
                return before;
            }
        }, Clock.systemUTC());

        assertThatThrownBy(() -> racing.put(SKU, Samples.servo(2, 1, true), CORRELATION))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void listsAllTypesPageByPage() {
        IntStream.range(0, 5).forEach(n -> add(servo("S-" + n, 1 + n, 1)));
        add(gearbox("G-1"));
        add(controller("C-1"));
        add(motor("M-1", 1, 60, 24));

        assertThat(walk(Optional.empty(), 3)).containsExactly(
                List.of("S-0", "S-1", "S-2"), List.of("S-3", "S-4", "M-1"),
                List.of("G-1", "C-1"));
        assertThat(walk(Optional.empty(), 8)).hasSize(1);
        assertThat(walk(Optional.of(ProductType.SERVO), 5))
                .containsExactly(List.of("S-0", "S-1", "S-2", "S-3", "S-4"));
        assertThat(walk(Optional.of(ProductType.CONTROLLER), 1)).containsExactly(List.of("C-1"));
    }

    @Test
    void saysHowManyCanBeOrderedWhereItIsKnown() {
        add(servo("S-1", 2, 1));
        add(servo("S-2", 2, 1));
        var known = new Availability(SKU, 7, 3, NOW);
        new TrackAvailability(availabilities).track(known);

        assertThat(listProducts.list(Optional.empty(), Optional.empty(), 9).offers())
                .extracting(Offer::availability)
                .containsExactly(Optional.of(known), Optional.empty());
        assertThat(new GetProduct(products, availabilities).get(SKU))
                .hasValue(new Offer(servo("S-1", 2, 1), Optional.of(known)));
    }

    @Test
    void ignoresStockThatIsOlderThanWhatItKnows() {
        var track = new TrackAvailability(availabilities);

        assertThat(track.track(new Availability(SKU, 7, 3, NOW)))
                .isEqualTo(TrackAvailability.Outcome.KEPT);
        assertThat(track.track(new Availability(SKU, 9, 2, NOW)))
                .isEqualTo(TrackAvailability.Outcome.STALE);
    }

    @Test
    void recommendsFromTheSmallestThatCarryTheLoadAndLooksAtNoMore() {
        IntStream.range(0, RecommendProducts.MAX_CANDIDATES + 10)
                .forEach(n -> add(servo("S-%03d".formatted(n), 1.25 + n, 1_000_000 - n)));
        var load = new Load(1, 40, 24, Optional.empty(), OptionalLong.empty());

        var all = new RecommendProducts(products, availabilities).recommend(load,
                Integer.MAX_VALUE);

        assertThat(all).hasSize(RecommendProducts.MAX_CANDIDATES).noneMatch(
                best -> best.offer().product().carriesNm() > RecommendProducts.MAX_CANDIDATES + 1);
        assertThat(all.getFirst().offer().product().sku()).isEqualTo(new Sku("S-001"));
    }

    @Test
    void recommendsNothingWhenNothingCarriesTheLoad() {
        add(servo("S-1", 2, 1));
        var load = new Load(2, 40, 24, Optional.empty(), OptionalLong.empty());

        assertThat(new RecommendProducts(products, availabilities).recommend(load, 5)).isEmpty();
    }

    private void add(Product product) {
        products.put(product, new Stamp(CORRELATION, NOW));
    }

    private List<List<String>> walk(Optional<ProductType> type, int limit) {
        List<List<String>> pages = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            var page = listProducts.list(type, after, limit);
            pages.add(page.offers().stream().map(offer -> offer.product().sku().value()).toList());
            after = page.end();
        } while (after.isPresent());
        return pages;
    }
}
