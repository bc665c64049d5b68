package drivetrain.eventstore;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Snapshots in a DynamoDB table: one item per stream, overwritten by later versions only. Reads are
 * eventually consistent, since an older snapshot only costs some more events.
 */
public final class DynamoDbSnapshotStore implements SnapshotStore {
    private static final String LATER = "attribute_not_exists(version) OR version < :version OR schemaVersion < :schemaVersion";

    private final DynamoDbClient client;
    private final String table;
    private final String keyAttribute;

    /**
     * Snapshots in a table.
     *
     * @param keyAttribute the table's partition key, text; the table has no sort key
     */
    public DynamoDbSnapshotStore(DynamoDbClient client, String table, String keyAttribute) {
        this.client = client;
        this.table = table;
        this.keyAttribute = keyAttribute;
    }

    @Override
    public Optional<Snapshot> latest(String streamId) {
        Map<String, AttributeValue> item = DynamoDbFaults.translate(table,
                () -> client.getItem(
                        get -> get.tableName(table).key(Map.of(keyAttribute, fromS(streamId)))))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(toSnapshot(streamId, item));
    }

    @Override
    public void save(Snapshot snapshot) {
        AttributeValue version = fromN(Long.toString(snapshot.version()));
        AttributeValue schemaVersion = fromN(Integer.toString(snapshot.schemaVersion()));
        Map<String, AttributeValue> item = Map.of(keyAttribute, fromS(snapshot.streamId()),
                "version", version, "schemaVersion", schemaVersion, "changedAt",
                fromS(snapshot.changedAt().toString()), "data", fromS(snapshot.data()));
        try {
            DynamoDbFaults.translate(table, () -> client.putItem(put -> put.tableName(table)
                    .item(item).conditionExpression(LATER).expressionAttributeValues(
                            Map.of(":version", version, ":schemaVersion", schemaVersion))));
        } catch (ConditionalCheckFailedException later) {
            // A later snapshot is there, which is as good.
        }
    }

    private static Snapshot toSnapshot(String streamId, Map<String, AttributeValue> item) {
        return new Snapshot(streamId, Long.parseLong(item.get("version").n()),
                Integer.parseInt(item.get("schemaVersion").n()),
                Instant.parse(item.get("changedAt").s()), item.get("data").s());
    }
}
