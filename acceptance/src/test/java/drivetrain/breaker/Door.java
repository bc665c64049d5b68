package drivetrain.breaker;

import drivetrain.circuitbreaker.CircuitSettings;
import drivetrain.circuitbreaker.DynamoDbCircuitStore;
import drivetrain.states.time.VirtualScheduler;
import drivetrain.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One of the breaker's doors, with a table and a (virtual) time of its own. */
abstract class Door {
    static final String CIRCUIT = "carrier#shipments";
    /** Every answer is counted, so that chance decides nothing but how long a circuit is open. */
    static final CircuitSettings SETTINGS = new CircuitSettings(Duration.ofSeconds(30), 4, 2, 0.5,
            Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(60), 2,
            Duration.ofSeconds(30), 1);
    static final Duration SLOW = Duration.ofSeconds(5);

    final VirtualScheduler time = new VirtualScheduler(Instant.parse("2030-01-01T00:00:00Z"));
    final DynamoDbClient dynamoDb;
    final String table;
    int calls;

    Door(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        TestTable.keyedBy("circuit").createIn(dynamoDb, table);
    }

    /**
     * Makes one guarded call.
     *
     * @param meanwhile what else happens while the called function is at work
     */
    abstract Verdict call(String caller, Behaviour behaviour, Runnable meanwhile);

    final Verdict call(String caller, Behaviour behaviour) {
        return call(caller, behaviour, () -> {});
    }

    final DynamoDbCircuitStore store() {
        return new DynamoDbCircuitStore(dynamoDb, table);
    }

    /** The circuit's item; empty if it was never written. */
    final Map<String, AttributeValue> item() {
        return new TreeMap<>(dynamoDb.getItem(get -> get.tableName(table)
                .key(Map.of("circuit", AttributeValue.fromS(CIRCUIT))).consistentRead(true))
                .item());
    }

    final void write(Map<String, AttributeValue> item) {
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    final String state() {
        AttributeValue state = item().get("state");
        return state == null ? "CLOSED" : state.s();
    }

    /** Lets time pass until the circuit's open time is over. */
    final void waitUntilProbeIsDue() {
        long until = Long.parseLong(item().get("openUntil").n());
        time.advance(Duration.between(time.now(), Instant.ofEpochMilli(until)));
    }

    final void delete() {
        dynamoDb.deleteTable(delete -> delete.tableName(table));
    }
}
