package drivetrain.projection;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.eventstore.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * A table of views, whose items hold a view in as many generations as there are: one as a rule, two
 * while the views are rebuilt.
 *
 * <p>Two rules keep every read right. Of two generations of an item, the newer never shows an
 * earlier version than the older one, so that nobody sees a view go back who turns from one to the
 * other. And whoever writes to an item writes to all generations that it has. Both rest on DynamoDB
 * putting the writes to one item in an order, each with a condition, and telling each what was
 * there before.
 *
 * <p>Attributes of the item that belong to nobody's generation are left alone.
 */
public final class GenerationTable {
    static final String VERSION = "version";
    /** The newest generation that the item has: what a writer must know of. */
    static final String NEWEST = "newest";
    private static final String PREFIX = "view";
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
     * Keeps a view, in all generations that there are, unless a later version is there.
     *
     * @return the version that the live generation stood at before, 0 if it wasn't there
     */
    public long save(String id, View view) {
        SortedSet<Long> known = new TreeSet<>(generations.known().kept());
        long live = known.first();
        Item first = write(id, view, known, known);
        SortedSet<Long> there = toBeWritten(first);
        if (there.isEmpty()) {
            // Asked for after the item is there: a rebuild that isn't known now will find it.
            there.addAll(generations.latest().kept());
        }
        while (!known.containsAll(there)) {
            known.addAll(there);
            there = toBeWritten(write(id, view, known, known));
        }
        return version(first, live);
    }

    /** All that the item has, and the newest that anybody has said it had. */
    private static SortedSet<Long> toBeWritten(Item item) {
        SortedSet<Long> there = generationsOf(item);
        if (item.has(NEWEST)) {
            there.add(item.number(NEWEST));
        }
        return there;
    }

    /**
     * The view to show of an item: the live one, or if it lacks that, the latest other.
     *
     * @return the content; nothing if the item has no view
     */
    public Optional<Item> shown(Item item) {
        SortedSet<Long> there = generationsOf(item);
        long live = generations.known().live();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(content(item, there.contains(live) ? live : there.last()));
    }

    /** The version of a view that was {@link #shown}. */
    public static long version(Item content) {
        return content.number(VERSION);
    }

    /**
     * Keeps a view in one generation, unless any of those beside it shows a later version.
     *
     * @return the latest version that the item had in any generation
     */
    long build(String id, long generation, SortedSet<Long> beside, View view) {
        SortedSet<Long> guarded = new TreeSet<>(beside);
        guarded.add(generation);
        Item before = write(id, view, new TreeSet<>(List.of(generation)), guarded);
        return generationsOf(before).stream().mapToLong(one -> version(before, one)).max()
                .orElse(0);
    }

    /**
     * Takes all generations up to one off an item, except for the live one.
     *
     * @return whether there were any
     */
    boolean drop(String id, long upTo, long live) {
        while (true) {
            Item item = get(id);
            SortedSet<Long> gone = generationsOf(item);
            SortedSet<Long> left = new TreeSet<>(gone);
            gone.removeIf(one -> one == live || one > upTo);
            left.removeAll(gone);
            if (gone.isEmpty() || remove(id, gone, left.last(), item.number(NEWEST))) {
                return !gone.isEmpty();
            }
        }
    }

    private boolean remove(String id, SortedSet<Long> gone, long newest, long newestBefore) {
        String removed = String.join(", ", gone.stream().map(GenerationTable::name).toList());
        var values = Item.empty().number(":newest", newest).number(":before", newestBefore);
        try {
            DynamoDbFaults.translating(table, () -> client.updateItem(update -> update
                    .tableName(table).key(key(id))
                    .updateExpression("SET #newest = :newest REMOVE " + removed)
                    .conditionExpression("#newest = :before")
                    .expressionAttributeNames(Map.of("#newest", NEWEST))
                    .expressionAttributeValues(values.attributes())));
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return false;
        }
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

    static String name(long generation) {
        return PREFIX + generation;
    }

    static SortedSet<Long> generationsOf(Item item) {
        SortedSet<Long> found = new TreeSet<>();
        item.attributes().keySet().stream().filter(name -> name.matches(PREFIX + "\\d+"))
                .forEach(name -> found.add(Long.valueOf(name.substring(PREFIX.length()))));
        return found;
    }

    /** Answers with the item as it was, whether it was written or not. */
    private Item write(String id, View view, SortedSet<Long> written, SortedSet<Long> guarded) {
        var write = new GuardedWrite(view, written, guarded).to(table, key(id));
        try {
            return new Item(DynamoDbFaults.translating(table, () -> client.updateItem(write))
                    .attributes());
        } catch (ConditionalCheckFailedException later) {
            return new Item(later.item());
        }
    }

    private Map<String, AttributeValue> key(String id) {
        return Map.of(keyAttribute, AttributeValue.fromS(id));
    }
}
