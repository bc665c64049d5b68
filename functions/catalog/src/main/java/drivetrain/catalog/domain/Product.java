package drivetrain.catalog.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Sku;

/**
 * A product of the catalog.
 *
 * @param version 1 after the first write, one more after each
 */
public record Product(Sku sku, DataSheet sheet, long version) {
    public Product {
        requireNonNull(sku, "sku");
        requireNonNull(sheet, "sheet");
    }

    /**
     * The torque that it is found by, in N·m: the rated one, or 0 for what has none. Products of a
     * type are listed in this order.
     */
    public double carriesNm() {
        return sheet.ratings().find(Rating.RATED_TORQUE_NM).orElse(0);
    }
}
