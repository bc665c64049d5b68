package drivetrain.inventory.dynamodb;

import drivetrain.inventory.application.Stores;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The tables of inventory as the template makes them, under names of their own. */
public record Tables(DynamoDbClient client, String stock, String receipts, String reservations) {
    /** Three empty tables. */
    public static Tables createIn(DynamoDbClient client) {
        String run = UUID.randomUUID().toString();
        Tables tables = new Tables(client, "stock-" + run, "receipts-" + run,
                "reservations-" + run);
        client.createTable(table(tables.stock, "sku").build());
        client.createTable(table(tables.receipts, "sku", "receiptId").build());
        client.createTable(table(tables.reservations, "orderId")
                .attributeDefinitions(text("orderId"), text("expiring"), text("expiresAt"))
                .globalSecondaryIndexes(byExpiry()).build());
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

    private static CreateTableRequest.Builder table(String name, String... keys) {
        return CreateTableRequest.builder().tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST).keySchema(schema(keys))
                .attributeDefinitions(List.of(keys).stream().map(Tables::text).toList());
    }

    private static GlobalSecondaryIndex byExpiry() {
        return GlobalSecondaryIndex.builder().indexName("byExpiry")
                .keySchema(schema("expiring", "expiresAt"))
                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static List<KeySchemaElement> schema(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(n -> KeySchemaElement.builder().attributeName(keys[n])
                        .keyType(n == 0 ? KeyType.HASH : KeyType.RANGE).build())
                .toList();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder().attributeName(name)
                .attributeType(ScalarAttributeType.S).build();
    }
}
