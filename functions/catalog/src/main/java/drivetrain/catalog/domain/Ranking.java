package drivetrain.catalog.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranks what carries a load. The score is the weighted sum of three parts, each 0 to 1:
 *
 * <ul>
 * <li>{@value #TORQUE_WEIGHT} for torque: 1 at {@value #BEST_TORQUE_RATIO} times the load, less in
 * proportion on both sides. Less margin wears, more is mass, inertia and money for nothing; four
 * times the load counts as little as once.
 * <li>{@value #SPEED_WEIGHT} for speed: 1 from {@value #BEST_SPEED_RATIO} times the load's on,
 * less in proportion under it. More does no harm, since a motor can be run slower.
 * <li>{@value #PRICE_WEIGHT} for price: 1 for the cheapest product that fits, and for others the
 * cheapest price over theirs.
 * </ul>
 *
 * <p>Ties go to the cheaper product, then to the SKU, so that the same question has the same
 * answer.
 */
public final class Ranking {
    static final double TORQUE_WEIGHT = 0.4;
    static final double SPEED_WEIGHT = 0.2;
    static final double PRICE_WEIGHT = 0.4;
    static final double BEST_TORQUE_RATIO = 2.0;
    static final double BEST_SPEED_RATIO = 1.5;

    private Ranking() {}

    /**
     * The best products for a load, the best first.
     *
     * @param candidates in any order; those that can't carry the load are left out
     */
    public static List<Recommendation> of(Load load, Collection<Product> candidates, int limit) {
        Map<Product, Fit> fitting = new TreeMap<>(comparing(product -> product.sku().value()));
        candidates.forEach(
                product -> Fit.of(product, load).ifPresent(fit -> fitting.put(product, fit)));
        long cheapest = fitting.keySet().stream().mapToLong(Ranking::price).min().orElse(0);
        return fitting.entrySet().stream()
                .map(entry -> recommend(entry.getKey(), entry.getValue(), load, cheapest))
                .sorted(comparingDouble(Recommendation::score).reversed()
                        .thenComparing(comparingLong(best -> price(best.product()))))
                .limit(limit).toList();
    }

    private static Recommendation recommend(Product product, Fit fit, Load load, long cheapest) {
        double torque = Math.min(fit.torqueRatio() / BEST_TORQUE_RATIO,
                BEST_TORQUE_RATIO / fit.torqueRatio());
        double speed = Math.min(1, fit.speedRatio() / BEST_SPEED_RATIO);
        double price = (double) cheapest / price(product);
        double score = TORQUE_WEIGHT * torque + SPEED_WEIGHT * speed + PRICE_WEIGHT * price;
        return new Recommendation(product, rounded(score),
                rounded(fit.torqueRatio() - 1), rounded(fit.speedRatio() - 1),
                reasons(product, fit, load, cheapest));
    }

    private static List<String> reasons(Product product, Fit fit, Load load, long cheapest) {
        DataSheet sheet = product.sheet();
        List<String> reasons = new ArrayList<>();
        reasons.add("Carries %s N·m continuously, %s times the load.".formatted(
                Figures.rounded(product.carriesNm()), Figures.rounded(fit.torqueRatio())));
        reasons.add("Turns %s rpm at %s V, %s times the speed asked for.".formatted(
                Figures.rounded(fit.speedRatio() * load.speedRpm()),
                Figures.rounded(load.voltageV()), Figures.rounded(fit.speedRatio())));
        if (fit.torqueRatio() > 2 * BEST_TORQUE_RATIO) {
            reasons.add("Larger than the load needs.");
        }
        load.bus().ifPresent(bus -> reasons.add("Speaks %s.".formatted(bus.label())));
        load.budgetMinorUnits().ifPresent(budget -> reasons.add("Within the budget."));
        reasons.add(price(product) == cheapest
                ? "At %s the cheapest that carries this load.".formatted(sheet.price())
                : "Costs %s.".formatted(sheet.price()));
        return reasons;
    }

    private static long price(Product product) {
        return product.sheet().price().minorUnits();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
