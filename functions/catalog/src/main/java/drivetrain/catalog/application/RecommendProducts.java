package drivetrain.catalog.application;

import drivetrain.catalog.domain.Load;
import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.catalog.domain.Ranking;
import drivetrain.catalog.domain.Recommendation;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks the products that can carry a load.
 *
 * <p>It looks at the {@value #MAX_CANDIDATES} smallest products of each type that carry the
 * torque, and at no more, however large the catalog grows: the index is sorted by torque, so what
 * the bound leaves out is only what is larger than all of these, and that would rank low for its
 * size.
 */
public final class RecommendProducts {
    public static final int MAX_LIMIT = 20;
    static final int MAX_CANDIDATES = 200;
    private final ProductStore products;
    private final AvailabilityStore availabilities;

    public RecommendProducts(ProductStore products, AvailabilityStore availabilities) {
        this.products = products;
        this.availabilities = availabilities;
    }

    /**
     * The best first; empty when nothing carries the load.
     *
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    public List<Recommended> recommend(Load load, int limit) {
        List<Product> candidates = new ArrayList<>();
        double torqueNm = load.leastRatedTorqueNm();
        for (ProductType type : ProductType.values()) {
            if (type.drivesLoads()) {
                candidates.addAll(products.carrying(type, torqueNm, MAX_CANDIDATES));
            }
        }
        List<Recommendation> best = Ranking.of(load, candidates, limit);
        List<Offer> offers = Offer.of(best.stream().map(Recommendation::product).toList(),
                availabilities);
        List<Recommended> recommended = new ArrayList<>();
        for (int place = 0; place < best.size(); place++) {
            recommended.add(new Recommended(best.get(place), offers.get(place)));
        }
        return recommended;
    }

    /** A recommendation, and how many of the product can be ordered. */
    public record Recommended(Recommendation recommendation, Offer offer) {}
}
