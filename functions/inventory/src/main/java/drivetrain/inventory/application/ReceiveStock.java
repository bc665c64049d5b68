package drivetrain.inventory.application;

import drivetrain.inventory.domain.Receipt;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.CorrelationId;
import java.time.Clock;
import java.util.Optional;

/** Books goods that arrived. Idempotent by the receipt's id. */
public final class ReceiveStock {
    private final ReceiptStore receipts;
    private final StockStore stock;
    private final Clock clock;

    public ReceiveStock(ReceiptStore receipts, StockStore stock, Clock clock) {
        this.receipts = receipts;
        this.stock = stock;
        this.clock = clock;
    }

    /**
     * Books a receipt, and answers with the stock after it.
     *
     * @throws drivetrain.kernel.VersionConflict when the same product was being written; try again
     */
    public Outcome receive(Receipt receipt, CorrelationId correlationId) {
        Optional<Integer> booked = receipts.receive(receipt,
                new Stamp(correlationId, clock.instant()));
        if (booked.isPresent() && booked.get() != receipt.quantity()) {
            return new Outcome.OtherQuantity(booked.get());
        }
        return new Outcome.Received(
                stock.find(receipt.sku()).orElseThrow(() -> new IllegalStateException(
                        "a receipt of " + receipt.sku() + " is booked, its stock isn't")));
    }

    /** What came of a receipt. */
    public sealed interface Outcome {
        /** It is booked, now or before; this is the stock of now. */
        record Received(StockLevel level) implements Outcome {}

        /** Another quantity is booked under the same id. */
        record OtherQuantity(int booked) implements Outcome {}
    }
}
