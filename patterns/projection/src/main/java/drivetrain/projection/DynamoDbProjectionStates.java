package drivetrain.projection;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.projection.Rebuild.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The state of a projection as one item, which an operator can read: {@code done} of {@code total}
 * events, what comparing found, and how far each segment is.
 */
public final class DynamoDbProjectionStates implements ProjectionStates {
    private static final String KEY = "projection";

    private final DynamoDbClient client;
    private final String table;
    private final String projection;

    /**
     * The state of a projection.
     *
     * @param table with the partition key {@code projection}, text
     * @param projection its name
     */
    public DynamoDbProjectionStates(DynamoDbClient client, String table, String projection) {
        this.client = client;
        this.table = table;
        this.projection = projection;
    }

    @Override
    public ProjectionState get() {
        var key = Item.empty().text(KEY, projection).attributes();
        var found = DynamoDbFaults.translating(table, () -> client
                .getItem(get -> get.tableName(table).key(key).consistentRead(true)));
        return found.hasItem() ? state(new Item(found.item())) : ProjectionState.FIRST;
    }

    @Override
    public boolean save(ProjectionState changed) {
        var before = Item.empty().number(":before", changed.revision() - 1).attributes();
        String condition = changed.revision() == 1
                ? "attribute_not_exists(#revision) OR #revision = :before"
                : "#revision = :before";
        try {
            DynamoDbFaults.translating(table,
                    () -> client.putItem(put -> put.tableName(table)
                            .item(item(changed).attributes()).conditionExpression(condition)
                            .expressionAttributeNames(Map.of("#revision", "revision"))
                            .expressionAttributeValues(before)));
            return true;
        } catch (ConditionalCheckFailedException faster) {
            return false;
        }
    }

    private Item item(ProjectionState state) {
        var item = Item.empty().text(KEY, projection).number("revision", state.revision())
                .number("live", state.live());
        return state.rebuild().map(rebuild -> with(item, rebuild)).orElse(item);
    }

    private static Item with(Item item, Rebuild rebuild) {
        var comparison = rebuild.comparison();
        return item.number("generation", rebuild.generation())
                .text("status", rebuild.status().name()).instant("startedAt", rebuild.startedAt())
                .number("total", rebuild.eventsInLog()).number("done", rebuild.eventsRead())
                .number("built", rebuild.viewsBuilt()).number("compared", comparison.compared())
                .number("differing", comparison.differing())
                .text("liveChecksum", comparison.live().toString())
                .text("builtChecksum", comparison.built().toString())
                .number("dropped", rebuild.viewsDropped()).list("segments",
                        rebuild.segments().stream().map(DynamoDbProjectionStates::item).toList());
    }

    private static Item item(SegmentProgress segment) {
        var comparison = segment.comparison();
        var item = Item.empty().text("phase", segment.phase().name())
                .number("done", segment.eventsRead()).number("built", segment.viewsBuilt())
                .number("compared", comparison.compared())
                .number("differing", comparison.differing())
                .text("liveChecksum", comparison.live().toString())
                .text("builtChecksum", comparison.built().toString())
                .number("dropped", segment.viewsDropped());
        return segment.cursor().map(place -> item.text("cursor", place)).orElse(item);
    }

    private static ProjectionState state(Item item) {
        return new ProjectionState(item.number("revision"), item.number("live"),
                item.has("generation") ? Optional.of(rebuild(item)) : Optional.empty());
    }

    private static Rebuild rebuild(Item item) {
        List<SegmentProgress> segments = item.list("segments").stream()
                .map(DynamoDbProjectionStates::segment).toList();
        return new Rebuild(item.number("generation"), Status.valueOf(item.text("status")),
                item.instant("startedAt"), item.number("total"), segments);
    }

    private static SegmentProgress segment(Item item) {
        return new SegmentProgress(Phase.valueOf(item.text("phase")), item.optionalText("cursor"),
                item.number("done"), item.number("built"),
                new Comparison(item.number("compared"), item.number("differing"),
                        Checksum.parse(item.text("liveChecksum")),
                        Checksum.parse(item.text("builtChecksum"))),
                item.number("dropped"));
    }
}
