package drivetrain.dynamodb;

import drivetrain.kernel.Drift;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * A table that copies what another service owns, one item for each of theirs, by the {@code version}
 * that the owner counts. Each method is one conditional write, so that news may come twice, late, in
 * any order and at the same time. An item that fails the condition isn't written.
 */
public final class CopyTable {
    private static final String VERSION = "version";
    private static final String NEWER = "attribute_not_exists(#version) OR #version < :version";

    private final DynamoDbClient client;
    private final String table;

    public CopyTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * Keeps a copy, unless the same version or a later one is known.
     *
     * @param copy the whole item, with its key and {@code version}
     * @return whether it was kept
     */
    public boolean keepIfNewer(Item copy) {
        return put(copy, put -> put.conditionExpression(NEWER)
                .expressionAttributeNames(Map.of("#version", VERSION)).expressionAttributeValues(
                        Item.empty().number(":version", copy.number(VERSION)).attributes()))
                .isPresent();
    }

    /**
     * Makes the copy say what the owner says, unless it is of a later version.
     *
     * @param copy like that of {@link #keepIfNewer}
     * @return what was wrong; empty if nothing was, and so nothing was written
     */
    public Optional<Drift> repair(Item copy) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        copy.attributes().forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        // An attribute that isn't there equals nothing, so that NOT counts it as a difference.
        String differs = names.values().stream()
                .map(name -> "NOT #" + name + " = :" + name)
                .collect(Collectors.joining(" OR "));
        return put(copy, put -> put.returnValues(ReturnValue.ALL_OLD)
                .conditionExpression(NEWER + " OR #version = :version AND (" + differs + ")")
                .expressionAttributeNames(names).expressionAttributeValues(values))
                .map(before -> drift(new Item(before), copy));
    }

    private static Drift drift(Item before, Item copy) {
        if (before.attributes().isEmpty()) {
            return Drift.MISSING;
        }
        return before.has(VERSION) && before.number(VERSION) < copy.number(VERSION)
                ? Drift.STALE
                : Drift.DAMAGED;
    }

    /** What was there before; empty when the condition failed. */
    private Optional<Map<String, AttributeValue>> put(Item copy, Condition condition) {
        var request = condition.on(PutItemRequest.builder().tableName(table)
                .item(copy.attributes())).build();
        try {
            return Optional.of(DynamoDbFaults.translating(table,
                    () -> client.putItem(request)).attributes());
        } catch (ConditionalCheckFailedException nothingNew) {
            return Optional.empty();
        }
    }

    private interface Condition {
        PutItemRequest.Builder on(PutItemRequest.Builder put);
    }
}
