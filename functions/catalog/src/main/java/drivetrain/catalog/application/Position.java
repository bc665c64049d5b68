package drivetrain.catalog.application;

import static java.util.Objects.requireNonNull;

import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.kernel.Sku;

/** A place in the list of products: types in their order, then what they carry. */
public record Position(ProductType type, double carriesNm, Sku sku) {
    public Position {
        requireNonNull(type, "type");
        requireNonNull(sku, "sku");
        if (!(carriesNm >= 0) || Double.isInfinite(carriesNm)) {
            throw new IllegalArgumentException("not a torque: " + carriesNm);
        }
    }

    static Position of(Product product) {
        return new Position(product.sheet().type(), product.carriesNm(), product.sku());
    }
}
