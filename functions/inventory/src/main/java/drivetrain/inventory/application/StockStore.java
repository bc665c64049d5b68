package drivetrain.inventory.application;

import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.Sku;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The books of all products, to read. Every method throws {@code StorageUnavailable} when the
 * storage can't answer for now.
 */
public interface StockStore {
    /** The books of a product as of the last write; empty when nothing was ever received. */
    Optional<StockLevel> find(Sku sku);

    /**
     * The books of up to 100 products as of the last write; without those that were never
     * received.
     */
    Map<Sku, StockLevel> findAll(Collection<Sku> skus);
}
