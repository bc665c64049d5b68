package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.Intervention;
import drivetrain.orders.application.InterventionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Interventions in a table with partition key {@code executionArn}. Those that are open have the
 * attribute {@code open}, the partition key of the sparse index {@code open} (sort key {@code at}),
 * where an operator finds them.
 */
public final class DynamoDbInterventionStore implements InterventionStore {
    /** The value of the attribute {@code open}. */
    public static final String OPEN = "OPEN";

    private static final String LATER_RUN = "attribute_not_exists(executionArn)"
            + " OR redriveCount < :redriveCount";
    /** DynamoDB items end at 400 KB, and an operator reads the execution's history anyway. */
    private static final int MAX_CAUSE_CHARS = 2_000;

    private final DynamoDbClient client;
    private final String table;
    private final String viewsTable;

    public DynamoDbInterventionStore(DynamoDbClient client, String table, String viewsTable) {
        this.client = client;
        this.table = table;
        this.viewsTable = viewsTable;
    }

    @Override
    public boolean open(Intervention intervention) {
        var put = Put.builder().tableName(table).item(item(intervention).attributes())
                .conditionExpression(LATER_RUN).expressionAttributeValues(Item.empty()
                        .number(":redriveCount", intervention.redriveCount()).attributes());
        return write(TransactWriteItem.builder().put(put.build()).build(),
                intervention.orderId()
                        .map(order -> mark("ADD", order, intervention.executionArn())));
    }

    @Override
    public boolean resolve(String executionArn, Optional<OrderId> orderId, int redriveCount,
            Instant at) {
        var update = Update.builder().tableName(table)
                .key(Item.empty().text("executionArn", executionArn).attributes())
                .updateExpression("SET #status = :status, redriveCount = :redriveCount,"
                        + " resolvedAt = :at REMOVE #open")
                .conditionExpression(LATER_RUN)
                .expressionAttributeNames(Map.of("#status", "status", "#open", "open"))
                .expressionAttributeValues(Item.empty().text(":status", "SUCCEEDED")
                        .number(":redriveCount", redriveCount).instant(":at", at).attributes());
        return write(TransactWriteItem.builder().update(update.build()).build(),
                orderId.map(order -> mark("DELETE", order, executionArn)));
    }

    /** Writes the intervention, under its condition, and the mark with it. */
    private boolean write(TransactWriteItem intervention, Optional<TransactWriteItem> mark) {
        List<TransactWriteItem> writes = new ArrayList<>(List.of(intervention));
        mark.ifPresent(writes::add);
        try {
            DynamoDbFaults.translating(table,
                    () -> client.transactWriteItems(request -> request.transactItems(writes)));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (DynamoDbFaults.conditionFailed(cancelled, 0)) {
                return false;
            }
            throw cancelled;
        }
    }

    /** A set of executions: adding and removing one again are idempotent. */
    private TransactWriteItem mark(String action, OrderId orderId, String executionArn) {
        return TransactWriteItem.builder().update(Update.builder().tableName(viewsTable)
                .key(Item.empty().text(ViewItems.ORDER_ID, orderId.value()).attributes())
                .updateExpression(action + " #parkedBy :execution")
                .expressionAttributeNames(Map.of("#parkedBy", ViewItems.PARKED_BY))
                .expressionAttributeValues(
                        Map.of(":execution", AttributeValue.fromSs(List.of(executionArn))))
                .build()).build();
    }

    private static Item item(Intervention intervention) {
        var item = Item.empty().text("executionArn", intervention.executionArn())
                .text("workflow", intervention.workflow()).text("status", intervention.status())
                .instant("at", intervention.at())
                .number("redriveCount", intervention.redriveCount()).text("open", OPEN);
        item = optional(item, "orderId", intervention.orderId().map(OrderId::value));
        item = optional(item, "error", intervention.error());
        return optional(item, "cause", intervention.cause().map(cause -> cause.substring(0,
                Math.min(MAX_CAUSE_CHARS, cause.length()))));
    }

    private static Item optional(Item item, String name, Optional<String> value) {
        return value.map(text -> item.text(name, text)).orElse(item);
    }
}
