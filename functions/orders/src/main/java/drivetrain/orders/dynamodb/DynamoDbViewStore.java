package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.OrderView;
import drivetrain.orders.application.ViewStore;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Views in a table with partition key {@code orderId} and the index {@code byCustomer}. */
public final class DynamoDbViewStore implements ViewStore {
    private static final String INDEX = "byCustomer";
    private static final String UPDATE = "SET #customerId = :customerId, #placedAt = :placedAt,"
            + " #version = :version, #details = :details";
    private static final String IF_LATER = "attribute_not_exists(#version) OR #version < :version";
    private static final Map<String, String> NAMES = Map.of("#customerId", ViewItems.CUSTOMER_ID,
            "#placedAt", ViewItems.PLACED_AT, "#version", ViewItems.VERSION, "#details",
            ViewItems.DETAILS);

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbViewStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void save(OrderView view) {
        var values = Item.empty().text(":customerId", view.customerId().value())
                .instant(":placedAt", view.placedAt()).number(":version", view.version())
                .map(":details", ViewItems.details(view));
        try {
            DynamoDbFaults.translating(table, () -> client.updateItem(update -> update
                    .tableName(table).key(key(view.orderId()).attributes()).updateExpression(UPDATE)
                    .conditionExpression(IF_LATER).expressionAttributeNames(NAMES)
                    .expressionAttributeValues(values.attributes())));
        } catch (ConditionalCheckFailedException later) {
            // The same version or a later one is there.
        }
    }

    @Override
    public Optional<OrderView> find(OrderId orderId) {
        var found = DynamoDbFaults.translating(table, () -> client
                .getItem(get -> get.tableName(table).key(key(orderId).attributes())));
        return found.hasItem() ? ViewItems.view(new Item(found.item())) : Optional.empty();
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
                        .flatMap(item -> ViewItems.view(new Item(item)).stream()).toList());
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
