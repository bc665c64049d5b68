package drivetrain.orders.application;

import drivetrain.kernel.Drift;
import drivetrain.kernel.Sku;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.orders.domain.PricedProduct;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** This service's copy of the catalog. Methods may throw {@link StorageUnavailable}. */
public interface PriceStore {

    /** What is known of some products; those that aren't known are left out. */
    Map<Sku, PricedProduct> find(Set<Sku> skus);

    /** Keeps a product, unless the same version or a later one is known. */
    void save(PricedProduct product);

    /**
     * Makes the copy say what the catalog says, unless a later version is known.
     *
     * @return what was wrong; empty if nothing was, and so nothing was written
     */
    Optional<Drift> repair(PricedProduct product);
}
