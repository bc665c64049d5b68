package drivetrain.orders.dynamodb;

import drivetrain.eventstore.DynamoDbEventStore;
import drivetrain.eventstore.DynamoDbSnapshotStore;
import drivetrain.eventstore.EventTable;
import drivetrain.idempotency.KeyTable;
import drivetrain.orders.application.Stores;
import drivetrain.projection.DynamoDbProjectionStates;
import drivetrain.projection.KnownGenerations;
import drivetrain.projection.ProjectionStates;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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

/** The tables of orders as the template makes them. */
public final class Tables {
    private static final Map<String, ScalarAttributeType> NUMBERS = Map.of("version",
            ScalarAttributeType.N);

    private Tables() {}

    static void create(DynamoDbClient client) {
        client.createTable(table("OrderEvents", "orderId", "version").build());
        client.createTable(table("OrderSnapshots", "orderId").build());
        client.createTable(table("Prices", "sku").build());
        client.createTable(table("Projections", "projection").build());
        client.createTable(table("IdempotencyRecords", "key").build());
        views(client, "OrderViews");
        client.createTable(indexed("Interventions", "executionArn", "open", "open", "at"));
    }

    /** A table of views. */
    public static void views(DynamoDbClient client, String name) {
        client.createTable(indexed(name, "orderId", "byCustomer", "customerId", "placedAt"));
    }

    static Stores stores(DynamoDbClient client) {
        var events = new DynamoDbEventStore(client, new EventTable("OrderEvents", "orderId"));
        return new Stores(
                new EventSourcedOrderStore(events,
                        new DynamoDbSnapshotStore(client, "OrderSnapshots", "orderId")),
                new DynamoDbPlacementStore(events, new KeyTable(client, "IdempotencyRecords")),
                new DynamoDbPriceStore(client, "Prices"),
                new DynamoDbViewStore(client, "OrderViews",
                        new KnownGenerations(states(client), Clock.systemUTC())),
                new DynamoDbInterventionStore(client, "Interventions", "OrderViews"));
    }

    static ProjectionStates states(DynamoDbClient client) {
        return new DynamoDbProjectionStates(client, "Projections", "order-views");
    }

    private static CreateTableRequest indexed(String name, String key, String index,
            String... indexKeys) {
        return table(name, key)
                .attributeDefinitions(attribute(key), attribute(indexKeys[0]),
                        attribute(indexKeys[1]))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder().indexName(index)
                        .keySchema(schema(indexKeys))
                        .projection(all -> all.projectionType(ProjectionType.ALL)).build())
                .build();
    }

    private static CreateTableRequest.Builder table(String name, String... keys) {
        return CreateTableRequest.builder().tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST).keySchema(schema(keys))
                .attributeDefinitions(List.of(keys).stream().map(Tables::attribute).toList());
    }

    private static List<KeySchemaElement> schema(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(i -> KeySchemaElement.builder().attributeName(keys[i])
                        .keyType(i == 0 ? KeyType.HASH : KeyType.RANGE).build())
                .toList();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder().attributeName(name)
                .attributeType(NUMBERS.getOrDefault(name, ScalarAttributeType.S)).build();
    }
}
