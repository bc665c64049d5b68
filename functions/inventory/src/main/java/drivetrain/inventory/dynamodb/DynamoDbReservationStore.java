package drivetrain.inventory.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.conditionFailed;
import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.dynamodb.Item;
import drivetrain.inventory.application.ReservationStore;
import drivetrain.inventory.application.Stamp;
import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Reservations in a table of their own, written in one transaction with the stock that they move:
 * 2 write units for each of them.
 *
 * <p>The SDK gives each transaction a token and keeps it when it tries again, so that DynamoDB
 * answers a repeated transaction without doing it twice (API reference, "TransactWriteItems").
 */
public final class DynamoDbReservationStore implements ReservationStore {
    private static final int RESERVATION = 0;

    private final DynamoDbClient client;
    private final String reservationTable;
    private final StockItems stock;

    public DynamoDbReservationStore(DynamoDbClient client, String reservationTable,
            String stockTable) {
        this.client = client;
        this.reservationTable = reservationTable;
        this.stock = new StockItems(stockTable);
    }

    @Override
    public Optional<Reservation> find(OrderId orderId) {
        Map<String, AttributeValue> found = translating(reservationTable,
                () -> client.getItem(get -> get.tableName(reservationTable).consistentRead(true)
                        .key(ReservationItems.key(orderId).attributes())).item());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(ReservationItems.reservation(new Item(found)));
    }

    @Override
    public Applied apply(Change change, Stamp stamp) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder().put(put(change, stamp)).build());
        change.movements().forEach(movement -> writes.add(
                TransactWriteItem.builder().update(stock.move(movement, stamp)).build()));
        try {
            translating(reservationTable,
                    () -> client.transactWriteItems(write -> write.transactItems(writes)));
            return new Applied.Done();
        } catch (TransactionCanceledException cancelled) {
            return refusal(cancelled);
        }
    }

    @Override
    public List<OrderId> dueAt(Instant now, int limit) {
        Item values = Item.empty().text(":expiring", ReservationItems.EXPIRING).instant(":now",
                now);
        return translating(reservationTable,
                () -> client.query(query -> query.tableName(reservationTable)
                        .indexName("byExpiry").limit(limit)
                        .keyConditionExpression("expiring = :expiring AND expiresAt <= :now")
                        .expressionAttributeValues(values.attributes())).items())
                .stream().map(item -> new OrderId(new Item(item).text("orderId"))).toList();
    }

    private Put put(Change change, Stamp stamp) {
        Put.Builder put = Put.builder().tableName(reservationTable)
                .item(ReservationItems.item(change.next(), stamp).attributes())
                .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (change.expectedVersion() == 0) {
            return put.conditionExpression("attribute_not_exists(orderId)").build();
        }
        return put.conditionExpression("version = :expected")
                .expressionAttributeValues(
                        Item.empty().number(":expected", change.expectedVersion()).attributes())
                .build();
    }

    /** A stale decision comes first: whether the stock suffices doesn't matter to it. */
    private static Applied refusal(TransactionCanceledException cancelled) {
        if (conditionFailed(cancelled, RESERVATION)) {
            Item found = new Item(cancelled.cancellationReasons().get(RESERVATION).item());
            return new Applied.Stale(ReservationItems.reservation(found));
        }
        return new Applied.Insufficient();
    }
}
