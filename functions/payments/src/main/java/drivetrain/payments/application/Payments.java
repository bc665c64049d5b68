package drivetrain.payments.application;

import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.Payment;
import java.util.Optional;

/**
 * The payments of all orders, one each.
 *
 * <p>Both methods throw {@link drivetrain.kernel.StorageUnavailable} when the store can't be
 * reached, in which case a write may or may not have happened.
 */
public interface Payments {
    /** Where an order's payment stands, including every write that was made before. */
    Optional<Payment> find(OrderId orderId);

    /**
     * Writes a state, if the order's payment stands at the version right before it (at none, for
     * version 1).
     *
     * @return where the payment stands now: {@code next}, or what another writer put there first.
     *     Writing the very same state twice counts as writing it once.
     * @throws drivetrain.kernel.VersionConflict when there is no payment to go on from
     */
    Payment put(Payment next);
}
