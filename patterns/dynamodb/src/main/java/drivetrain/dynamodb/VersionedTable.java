package drivetrain.dynamodb;

import drivetrain.kernel.VersionConflict;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * A table of things that move from version to version, one item each: {@code version} is 1 in the
 * first item and one more in each that takes its place.
 *
 * <p>A write is one conditional put of the whole item. When the condition fails, the same answer
 * brings what stands there, so losing a race costs no read.
 *
 * @param <T> what the items stand for
 */
public final class VersionedTable<T> {
    private static final String VERSION = "version";

    private final DynamoDbClient client;
    private final String name;
    private final Form<T> form;

    /**
     * How a thing becomes an item and back.
     *
     * @param keyAttribute the table's partition key, which is text; the table has no sort key
     * @param write gives an item with the key and {@code version}
     */
    public record Form<T>(String keyAttribute, Function<T, Item> write, Function<Item, T> read) {}

    /** The things of one table. */
    public VersionedTable(DynamoDbClient client, String name, Form<T> form) {
        this.client = client;
        this.name = name;
        this.form = form;
    }

    /** What stands under a key, including every write that was answered before. */
    public Optional<T> find(String key) {
        var found = DynamoDbFaults.translating(name,
                () -> client.getItem(get -> get.tableName(name).consistentRead(true)
                        .key(Item.empty().text(form.keyAttribute(), key).attributes())));
        return found.hasItem()
                ? Optional.of(form.read().apply(new Item(found.item())))
                : Optional.empty();
    }

    /**
     * Writes a thing, if the version right before its own stands there (nothing, for version 1).
     *
     * @return what stands there now: {@code next}, or what another writer put there first. Writing
     *     the very same thing twice counts as writing it once.
     * @throws VersionConflict when there is nothing to go on from
     */
    public T put(T next) {
        var put = conditionalPut(next);
        try {
            DynamoDbFaults.translating(name, () -> client.putItem(alone(put)));
            return next;
        } catch (ConditionalCheckFailedException standing) {
            // Also the answer to a put that the SDK repeated because the first answer was lost:
            // then what stands there equals what was to be written.
            return standing(next, standing.item());
        }
    }

    /** The write of {@link #put}, for a transaction with other writes. */
    public Put conditionalPut(T next) {
        var item = form.write().apply(next);
        var put = Put.builder().tableName(name).item(item.attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (item.number(VERSION) == 1) {
            return put.conditionExpression("attribute_not_exists(#version)")
                    .expressionAttributeNames(Map.of("#version", VERSION)).build();
        }
        return put.conditionExpression("#version = :before")
                .expressionAttributeNames(Map.of("#version", VERSION))
                .expressionAttributeValues(
                        Item.empty().number(":before", item.number(VERSION) - 1).attributes())
                .build();
    }

    /**
     * What stood in the way of a write.
     *
     * @param item as the failed condition brought it
     * @throws VersionConflict when there was nothing
     */
    public T standing(T next, Map<String, AttributeValue> item) {
        if (item == null || item.isEmpty()) {
            throw new VersionConflict(name + ": nothing comes before "
                    + form.write().apply(next).text(form.keyAttribute()));
        }
        return form.read().apply(new Item(item));
    }

    private static PutItemRequest alone(Put put) {
        var values = put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null;
        return PutItemRequest.builder().tableName(put.tableName()).item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeNames(put.expressionAttributeNames())
                .expressionAttributeValues(values).returnValuesOnConditionCheckFailure(
                        put.returnValuesOnConditionCheckFailure())
                .build();
    }
}
