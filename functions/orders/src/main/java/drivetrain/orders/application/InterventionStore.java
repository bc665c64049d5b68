package drivetrain.orders.application;

import drivetrain.kernel.OrderId;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.time.Instant;
import java.util.Optional;

/**
 * The executions that need somebody, with the mark on the view of their order. Both are written
 * together. News of an earlier run than what is known changes nothing, so that news may come twice
 * and in any order.
 *
 * <p>Methods may throw {@link StorageUnavailable} and {@link VersionConflict}.
 */
public interface InterventionStore {

    /**
     * Opens an intervention, and marks its order as parked.
     *
     * @return false if this run of the execution, or a later one, is known already
     */
    boolean open(Intervention intervention);

    /**
     * Closes the intervention of an execution that went through after it was redriven.
     *
     * @param redriveCount how often it had been redriven
     * @return false if this run of the execution, or a later one, is known already
     */
    boolean resolve(String executionArn, Optional<OrderId> orderId, int redriveCount, Instant at);
}
