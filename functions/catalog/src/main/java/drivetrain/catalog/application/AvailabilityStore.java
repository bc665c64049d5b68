package drivetrain.catalog.application;

import drivetrain.catalog.domain.Availability;
import drivetrain.kernel.Drift;
import drivetrain.kernel.Sku;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Copies of what inventory told. Every method throws {@code StorageUnavailable} when the storage
 * can't answer for now.
 */
public interface AvailabilityStore {
    int MAX_BATCH = 100;

    /** What is known of a product; may lag behind. */
    Optional<Availability> find(Sku sku);

    /** What is known of up to {@value #MAX_BATCH} products; may lag behind. */
    Map<Sku, Availability> findAll(Collection<Sku> skus);

    /**
     * Keeps what inventory told, unless something newer is known.
     *
     * @return whether it was kept
     */
    boolean keepIfNewer(Availability availability);

    /**
     * Makes the copy say what inventory says, unless something newer is known.
     *
     * @return what was wrong; empty if nothing was, and so nothing was written
     */
    Optional<Drift> repair(Availability availability);
}
