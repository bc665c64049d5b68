package drivetrain.orders.dynamodb;

import drivetrain.eventstore.DynamoDbEventStore;
import drivetrain.eventstore.DynamoDbSnapshotStore;
import drivetrain.eventstore.EventTable;
import drivetrain.idempotency.KeyTable;
import drivetrain.orders.application.Stores;
import drivetrain.projection.DynamoDbProjectionStates;
import drivetrain.projection.KnownGenerations;
import drivetrain.projection.ProjectionStates;
import drivetrain.testing.TestTable;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** The tables of orders as the template makes them. */
public final class Tables {
    private Tables() {}

    static void create(DynamoDbClient client) {
        TestTable.keyedBy("orderId", "version").numbers("version").createIn(client, "OrderEvents");
        TestTable.keyedBy("orderId").createIn(client, "OrderSnapshots");
        TestTable.keyedBy("sku").createIn(client, "Prices");
        TestTable.keyedBy("projection").createIn(client, "Projections");
        TestTable.keyedBy("key").createIn(client, "IdempotencyRecords");
        views(client, "OrderViews");
        TestTable.keyedBy("executionArn").index("open", ProjectionType.ALL, "open", "at")
                .createIn(client, "Interventions");
    }

    /** A table of views. */
    public static void views(DynamoDbClient client, String name) {
        TestTable.keyedBy("orderId")
                .index("byCustomer", ProjectionType.ALL, "customerId", "placedAt")
                .createIn(client, name);
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
}
