package drivetrain.eventstore;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Snapshots in a DynamoDB table: one item per stream, overwritten by later versions only. Reads are
 * eventually consistent, since an older snapshot only costs some more events.
 */
public final class DynamoDbSnapshotStore implements SnapshotStore {
    private static final String LATER = "attribute_not_exists(version)"
            + " OR version < :version OR schemaVersion < :schemaVersion";

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
        var key = Item.empty().text(keyAttribute, streamId).attributes();
        var found = DynamoDbFaults.translating(table,
                () -> client.getItem(get -> get.tableName(table).key(key)));
        return found.hasItem()
                ? Optional.of(toSnapshot(streamId, new Item(found.item())))
                : Optional.empty();
    }

    @Override
    public void save(Snapshot snapshot) {
        var item = Item.empty().text(keyAttribute, snapshot.streamId())
                .number("version", snapshot.version())
                .number("schemaVersion", snapshot.schemaVersion())
                .instant("changedAt", snapshot.changedAt()).text("data", snapshot.data());
        var values = Item.empty().number(":version", snapshot.version()).number(":schemaVersion",
                snapshot.schemaVersion());
        try {
            DynamoDbFaults.translating(table,
                    () -> client.putItem(put -> put.tableName(table).item(item.attributes())
                            .conditionExpression(LATER)
                            .expressionAttributeValues(values.attributes())));
        } catch (ConditionalCheckFailedException later) {
            // A later snapshot is there, which is as good.
        }
    }

    private static Snapshot toSnapshot(String streamId, Item item) {
        return new Snapshot(streamId, item.number("version"),
                Math.toIntExact(item.number("schemaVersion")), item.instant("changedAt"),
                item.text("data"));
    }
}
