package drivetrain.shipping.application;

import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Shipment;
import java.util.Optional;

/**
 * The shipments of all orders, one each.
 *
 * <p>Both methods throw {@link drivetrain.kernel.StorageUnavailable} when the store can't be
 * reached, in which case a write may or may not have happened.
 */
public interface Shipments {
    /** Where an order's shipment stands, including every write that was made before. */
    Optional<Shipment> find(OrderId orderId);

    /**
     * Writes a state, if the order's shipment stands at the version right before it (at none, for
     * version 1).
     *
     * @return where the shipment stands now: {@code next}, or what another writer put there first.
     *     Writing the very same state twice counts as writing it once.
     * @throws drivetrain.kernel.VersionConflict when there is no shipment to go on from
     */
    Shipment put(Shipment next);
}
