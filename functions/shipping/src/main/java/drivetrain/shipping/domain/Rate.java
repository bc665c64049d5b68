package drivetrain.shipping.domain;

import drivetrain.kernel.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A price for which a carrier takes a parcel.
 *
 * @param id the carrier gateway's id of the rate
 * @param deliveryDays how long it is expected to take, where that is known
 */
public record Rate(String id, String carrier, String service, Money price,
        Optional<Integer> deliveryDays) {
    private static final int UNKNOWN_IS_SLOW = Integer.MAX_VALUE;

    /** The cheapest first; of equal ones the fastest; ids settle the rest. */
    public static final Comparator<Rate> CHEAPEST_FIRST = Comparator
            .comparing((Rate rate) -> rate.price().currency())
            .thenComparingLong(rate -> rate.price().minorUnits())
            .thenComparingInt(rate -> rate.deliveryDays().orElse(UNKNOWN_IS_SLOW))
            .thenComparing(Rate::id);

    public Rate {
        Objects.requireNonNull(id);
        Objects.requireNonNull(carrier);
        Objects.requireNonNull(service);
        Objects.requireNonNull(price);
    }

    /** The one to buy; empty when there is none. */
    public static Optional<Rate> best(Collection<Rate> rates) {
        return rates.stream().min(CHEAPEST_FIRST);
    }
}
