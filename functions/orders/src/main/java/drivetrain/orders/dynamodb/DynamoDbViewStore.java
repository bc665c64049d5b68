package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.OrderView;
import drivetrain.orders.application.ViewStore;
import drivetrain.projection.GenerationTable;
import drivetrain.projection.KnownGenerations;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Views in a table with partition key {@code orderId} and the index {@code byCustomer}. */
public final class DynamoDbViewStore implements ViewStore {
    private static final String INDEX = "byCustomer";

    private final DynamoDbClient client;
    private final String table;
    private final GenerationTable generations;

    /** Views in a table, of which each item may hold several generations. */
    public DynamoDbViewStore(DynamoDbClient client, String table, KnownGenerations known) {
        this.client = client;
        this.table = table;
        this.generations = new GenerationTable(client, table, ViewItems.ORDER_ID, known);
    }

    @Override
    public long save(OrderView view) {
        return generations.save(view.orderId().value(), ViewItems.of(view));
    }

    @Override
    public Optional<OrderView> find(OrderId orderId) {
        var found = DynamoDbFaults.translating(table, () -> client
                .getItem(get -> get.tableName(table).key(key(orderId).attributes())));
        return found.hasItem() ? shown(found.item()) : Optional.empty();
    }

    /** Nothing if it was parked before it was ever projected. */
    private Optional<OrderView> shown(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return generations.shown(item).map(content -> ViewItems.view(item, content));
    }

    @Override
    public Page list(CustomerId customerId, int limit, Optional<Position> after) {
        // One more than asked for tells whether there is a next page.
        var query = QueryRequest.builder().tableName(table).indexName(INDEX).limit(limit + 1)
                .scanIndexForward(false).keyConditionExpression("#customerId = :customerId")
                .expressionAttributeNames(Map.of("#customerId", ViewItems.CUSTOMER_ID))
                .expressionAttributeValues(
                        Item.empty().text(":customerId", customerId.value()).attributes());
        after.ifPresent(position -> query.exclusiveStartKey(key(position.orderId())
                .text(ViewItems.CUSTOMER_ID, customerId.value())
                .instant(ViewItems.PLACED_AT, position.placedAt()).attributes()));
        var found = DynamoDbFaults.translating(table,
                () -> client.queryPaginator(query.build()).items().stream().limit(limit + 1L)
                        .flatMap(item -> shown(item).stream()).toList());
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        var last = found.get(limit - 1);
        return new Page(found.subList(0, limit),
                Optional.of(new Position(last.placedAt(), last.orderId())));
    }

    private static Item key(OrderId orderId) {
        return Item.empty().text(ViewItems.ORDER_ID, orderId.value());
    }
}
