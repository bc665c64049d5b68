package drivetrain.inventory.application;

import drivetrain.inventory.domain.Receipt;
import java.util.Optional;

/** Receipts, and the stock that they add to. */
public interface ReceiptStore {
    /**
     * Books a receipt once, and adds it to the stock in the same transaction.
     *
     * @return the quantity booked under this receipt's id before; empty when it is booked now
     * @throws drivetrain.kernel.VersionConflict when a concurrent write of the same product got in
     *     the way; nothing was written
     * @throws drivetrain.kernel.StorageUnavailable when the storage can't answer for now; calling
     *     again is safe
     */
    Optional<Integer> receive(Receipt receipt, Stamp stamp);
}
