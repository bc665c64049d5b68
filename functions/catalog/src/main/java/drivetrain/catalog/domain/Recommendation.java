package drivetrain.catalog.domain;

import java.util.List;

/**
 * A product that carries a load, and why it stands where it stands.
 *
 * @param score 0 to 1, with three decimals; comparable within one answer only
 * @param torqueMargin what its rated torque has over the load's, as a fraction of it: 0.6 is 60 %
 *     more
 * @param speedMargin likewise, at the supply's voltage
 * @param reasons sentences for people
 */
public record Recommendation(Product product, double score, double torqueMargin,
        double speedMargin, List<String> reasons) {
    public Recommendation {
        reasons = List.copyOf(reasons);
    }
}
