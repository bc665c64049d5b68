package drivetrain.inventory.application;

/** All ports of inventory over one storage. */
public record Stores(ReservationStore reservations, StockStore stock, ReceiptStore receipts) {
    /** Empty, and in memory. */
    static Stores inMemory() {
        InMemoryInventory memory = new InMemoryInventory();
        return new Stores(memory, memory, memory);
    }
}
