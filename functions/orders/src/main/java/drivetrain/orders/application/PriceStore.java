package drivetrain.orders.application;

import drivetrain.kernel.Sku;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.orders.domain.PricedProduct;
import java.util.Map;
import java.util.Set;

/** This service's copy of the catalog. Methods may throw {@link StorageUnavailable}. */
public interface PriceStore {

    /** What is known of some products; those that aren't known are left out. */
    Map<Sku, PricedProduct> find(Set<Sku> skus);

    /** Keeps a product, unless the same version or a later one is known. */
    void save(PricedProduct product);
}
