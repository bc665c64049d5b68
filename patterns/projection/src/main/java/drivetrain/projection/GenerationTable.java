package drivetrain.projection;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.eventstore.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * A table of views, whose items hold a view in as many generations as there are: one as a rule, two
 * while the views are rebuilt.
 *
 * <p>Two rules keep every read right. A generation of an item is only ever replaced by a later
 * version. And whoever writes one generation writes all others that the item has: DynamoDB puts
 * the writes to one item in an order, and each is told what was there before, so of two writers at
 * once at least the second sees what the first left behind.
 *
 * <p>Attributes of the item that belong to nobody's generation are left alone.
 */
public final class GenerationTable {
    private static final String PREFIX = "view";
    private static final String VERSION = "version";
    private static final int ITEMS_IN_A_PAGE = 200;

    private final DynamoDbClient client;
    private final String table;
    private final String keyAttribute;
    private final KnownGenerations generations;

    /** Some items of the table, and where the next page begins, if there is one. */
    record Page(List<Item> items, Optional<String> next) {}

    /**
     * A table of views.
     *
     * @param keyAttribute its partition key, text; it has no sort key
     */
    public GenerationTable(DynamoDbClient client, String table, String keyAttribute,
            KnownGenerations generations) {
        this.client = client;
        this.table = table;
        this.keyAttribute = keyAttribute;
        this.generations = generations;
    }

    /**
     * Keeps a view, in each generation that hasn't the same version or a later one.
     *
     * @return the version that the live generation stood at before, 0 if it wasn't there
     */
    public long save(String id, View view) {
        long live = generations.live();
        Item before = write(id, live, view);
        SortedSet<Long> others = generationsOf(before);
        if (others.isEmpty()) {
            // Asked for after the item is there: a rebuild that isn't known now will find it.
            others.addAll(generations.latest().kept());
        }
        others.remove(live);
        others.stream().filter(other -> version(before, other) < view.version())
                .forEach(other -> write(id, other, view));
        return version(before, live);
    }

    /**
     * The view to show of an item: the live one, or if it lacks that, the latest other.
     *
     * @return the content; nothing if the item has no view
     */
    public Optional<Item> shown(Item item) {
        SortedSet<Long> there = generationsOf(item);
        long live = generations.live();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(content(item, there.contains(live) ? live : there.last()));
    }

    /** The version of a view that was {@link #shown}. */
    public static long version(Item content) {
        return content.number(VERSION);
    }

    /**
     * Keeps a view in one generation.
     *
     * @return the latest version that the item has in any generation
     */
    long build(String id, long generation, View view) {
        Item before = write(id, generation, view);
        return generationsOf(before).stream().mapToLong(one -> version(before, one)).max()
                .orElse(0);
    }

    /**
     * Takes all generations up to one off an item, except for the live one.
     *
     * @return whether there were any
     */
    boolean drop(Item item, long upTo, long live) {
        SortedSet<Long> gone = generationsOf(item);
        gone.removeIf(one -> one == live || one > upTo);
        if (gone.isEmpty()) {
            return false;
        }
        String removed = String.join(", ", gone.stream().map(GenerationTable::name).toList());
        DynamoDbFaults.translating(table,
                () -> client.updateItem(update -> update.tableName(table).key(key(id(item)))
                        .updateExpression("REMOVE " + removed)
                        .conditionExpression("attribute_exists(" + name(live) + ")")));
        return true;
    }

    /** A page of a segment of the table, read with strong consistency. */
    Page page(Segment segment, Optional<String> after) {
        var scan = ScanRequest.builder().tableName(table).consistentRead(true)
                .segment(segment.index()).totalSegments(segment.of()).limit(ITEMS_IN_A_PAGE);
        after.ifPresent(id -> scan.exclusiveStartKey(key(id)));
        ScanResponse found = DynamoDbFaults.translating(table, () -> client.scan(scan.build()));
        List<Item> items = found.items().stream().map(Item::new)
                .filter(item -> !generationsOf(item).isEmpty()).toList();
        return new Page(items, found.hasLastEvaluatedKey()
                ? Optional.of(found.lastEvaluatedKey().get(keyAttribute).s())
                : Optional.empty());
    }

    /** An item that is there, read with strong consistency. */
    Item get(String id) {
        return new Item(DynamoDbFaults.translating(table, () -> client
                .getItem(get -> get.tableName(table).key(key(id)).consistentRead(true))).item());
    }

    String id(Item item) {
        return item.text(keyAttribute);
    }

    /** A generation of an item, as its attribute, if the item has it. */
    static Optional<AttributeValue> view(Item item, long generation) {
        return Optional.ofNullable(item.attributes().get(name(generation)));
    }

    /** The version that a generation of an item stands at, 0 if it isn't there. */
    static long version(Item item, long generation) {
        return item.has(name(generation)) ? version(content(item, generation)) : 0;
    }

    private static Item content(Item item, long generation) {
        return item.map(name(generation));
    }

    private static String name(long generation) {
        return PREFIX + generation;
    }

    private static SortedSet<Long> generationsOf(Item item) {
        SortedSet<Long> found = new TreeSet<>();
        item.attributes().keySet().stream().filter(name -> name.matches(PREFIX + "\\d+"))
                .forEach(name -> found.add(Long.valueOf(name.substring(PREFIX.length()))));
        return found;
    }

    /** Writes one generation if it is older or absent, and answers the item as it was. */
    private Item write(String id, long generation, View view) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var sets = new StringBuilder("SET #view = :view");
        names.put("#view", name(generation));
        names.put("#version", VERSION);
        values.put(":view", AttributeValue
                .fromM(view.content().number(VERSION, view.version()).attributes()));
        values.put(":version", AttributeValue.fromN(Long.toString(view.version())));
        view.shared().attributes().forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
            sets.append(", #").append(name).append(" = :").append(name);
        });
        return update(id, sets.toString(), names, values);
    }

    private Item update(String id, String sets, Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            return new Item(DynamoDbFaults.translating(table, () -> client.updateItem(
                    update -> update.tableName(table).key(key(id)).updateExpression(sets)
                            .conditionExpression(
                                    "attribute_not_exists(#view) OR #view.#version < :version")
                            .expressionAttributeNames(names).expressionAttributeValues(values)
                            .returnValues(ReturnValue.ALL_OLD)
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                    .attributes());
        } catch (ConditionalCheckFailedException later) {
            return new Item(later.item());
        }
    }

    private Map<String, AttributeValue> key(String id) {
        return Map.of(keyAttribute, AttributeValue.fromS(id));
    }
}
