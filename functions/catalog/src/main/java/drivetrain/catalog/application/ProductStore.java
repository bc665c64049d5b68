package drivetrain.catalog.application;

import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.kernel.Sku;
import java.util.List;
import java.util.Optional;

/**
 * All products. Every method throws {@code StorageUnavailable} when the storage can't answer for
 * now.
 */
public interface ProductStore {
    /** A product as of the last write, active or not. */
    Optional<Product> find(Sku sku);

    /**
     * Writes a product, if it is still at the version before this one's.
     *
     * @return whether it was written
     */
    boolean put(Product product, Stamp stamp);

    /**
     * Active products of a type, in the order of what they carry; those that carry the same in an
     * order of the storage's own, which stays. May lag behind the writes.
     *
     * @param after where to go on: only what comes behind it is listed
     */
    List<Product> listed(ProductType type, Optional<Position> after, int limit);

    /**
     * Active products of a type that carry a torque or more, the smallest first. May lag behind
     * the writes.
     */
    List<Product> carrying(ProductType type, double torqueNm, int limit);
}
