package drivetrain.catalog.application;

import drivetrain.kernel.Sku;
import java.util.Optional;

/** A product by its SKU, also one that can't be ordered any more. */
public final class GetProduct {
    private final ProductStore products;
    private final AvailabilityStore availabilities;

    public GetProduct(ProductStore products, AvailabilityStore availabilities) {
        this.products = products;
        this.availabilities = availabilities;
    }

    public Optional<Offer> get(Sku sku) {
        return products.find(sku).map(product -> new Offer(product, availabilities.find(sku)));
    }
}
