package drivetrain.inventory.dynamodb;

import drivetrain.inventory.application.Stores;
import drivetrain.testing.TestTable;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** The tables of inventory as the template makes them, under names of their own. */
public record Tables(DynamoDbClient client, String stock, String receipts, String reservations) {
    /** Three empty tables. */
    public static Tables createIn(DynamoDbClient client) {
        String run = UUID.randomUUID().toString();
        Tables tables = new Tables(client, "stock-" + run, "receipts-" + run,
                "reservations-" + run);
        TestTable.keyedBy("sku").createIn(client, tables.stock);
        TestTable.keyedBy("sku", "receiptId").createIn(client, tables.receipts);
        TestTable.keyedBy("orderId")
                .index("byExpiry", ProjectionType.KEYS_ONLY, "expiring", "expiresAt")
                .createIn(client, tables.reservations);
        return tables;
    }

    /** The adapters over these tables. */
    public Stores stores() {
        return new Stores(new DynamoDbReservationStore(client, reservations, stock),
                new DynamoDbStockStore(client, stock),
                new DynamoDbReceiptStore(client, receipts, stock));
    }

    /** What a function of the service finds in its environment, but for the clients' part. */
    public Map<String, String> environment() {
        return Map.of("STOCK_TABLE", stock, "RECEIPTS_TABLE", receipts, "RESERVATIONS_TABLE",
                reservations, "RESERVATION_MINUTES", "30");
    }
}
