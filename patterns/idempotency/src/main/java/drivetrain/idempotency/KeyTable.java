package drivetrain.idempotency;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.StorageUnavailable;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * The records of keys whose effect is in DynamoDB itself: the record is written in the transaction
 * of the effect, so that there is both or none, and no crash can come in between. This is the
 * strongest form; use {@link IdempotentCalls} only for effects that can't share a transaction.
 *
 * <p>The table's partition key is {@value #KEY}, its time to live {@value #EXPIRES_AT}, in seconds
 * since 1970.
 */
public final class KeyTable {
    /** The table's partition key. */
    public static final String KEY = "key";
    /** The attribute with a record's time to live. */
    public static final String EXPIRES_AT = Place.EXPIRES_AT;

    private final DynamoDbClient client;
    private final String name;

    /** The records of a table. */
    public KeyTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** The table's name. */
    public String name() {
        return name;
    }

    /**
     * For a transaction with the effect: puts the record, if its key is free. When the key isn't,
     * the transaction is cancelled, and its reasons bring the item that {@link #read} takes.
     */
    public Put take(KeyRecord record, Instant now) {
        return Place.take(name, KEY, item(record), now);
    }

    /** A record as an item of the table. */
    public static Item item(KeyRecord record) {
        return Item.empty().text(KEY, record.key().text())
                .text("fingerprint", record.fingerprint()).map("answer", record.answer())
                .number(EXPIRES_AT, record.expiresAt().getEpochSecond());
    }

    /** The record of an item that stands under this key. */
    public static KeyRecord read(IdempotencyKey key, Item item) {
        return new KeyRecord(key, item.text("fingerprint"), item.map("answer"),
                Instant.ofEpochSecond(item.number(EXPIRES_AT)));
    }

    /**
     * The record of a key, unless it has expired; sees every write that was answered before.
     *
     * @throws StorageUnavailable when the table can't answer for now
     */
    public Optional<KeyRecord> find(IdempotencyKey key, Instant now) {
        var found = DynamoDbFaults.translating(name,
                () -> client.getItem(get -> get.tableName(name).consistentRead(true)
                        .key(Item.empty().text(KEY, key.text()).attributes())));
        return found.hasItem()
                ? Optional.of(new Item(found.item())).filter(item -> !Place.isOver(item, now))
                        .map(item -> read(key, item))
                : Optional.empty();
    }
}
