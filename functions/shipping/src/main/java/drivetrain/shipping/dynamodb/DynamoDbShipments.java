package drivetrain.shipping.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.shipping.application.Shipments;
import drivetrain.shipping.domain.Shipment;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Shipments in DynamoDB. A write is one conditional put of the whole item; when the condition
 * fails, the same answer brings what stands there, so losing a race costs no read.
 */
public final class DynamoDbShipments implements Shipments {
    private final DynamoDbClient client;
    private final String table;

    public DynamoDbShipments(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Shipment> find(OrderId orderId) {
        var key = Item.empty().text("orderId", orderId.value()).attributes();
        var found = translating(table, () -> client.getItem(
                get -> get.tableName(table).key(key).consistentRead(true)));
        return found.hasItem()
                ? Optional.of(ShipmentItem.read(new Item(found.item())))
                : Optional.empty();
    }

    @Override
    public Shipment put(Shipment next) {
        try {
            translating(table, () -> client.putItem(onlyAfterTheOneBefore(next)));
            return next;
        } catch (ConditionalCheckFailedException standing) {
            // Also the answer to a put that the SDK repeated because the first answer was lost:
            // then what stands there equals what was to be written.
            return standing(next, standing.item());
        }
    }

    private PutItemRequest onlyAfterTheOneBefore(Shipment next) {
        var put = PutItemRequest.builder().tableName(table)
                .item(ShipmentItem.write(next).attributes()).returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (next.version() == 1) {
            put.conditionExpression("attribute_not_exists(orderId)");
        } else {
            put.conditionExpression("version = :before").expressionAttributeValues(
                    Item.empty().number(":before", next.version() - 1).attributes());
        }
        return put.build();
    }

    private static Shipment standing(Shipment next, Map<String, AttributeValue> item) {
        if (item == null || item.isEmpty()) {
            throw new VersionConflict("shipment of order " + next.orderId() + " is gone");
        }
        return ShipmentItem.read(new Item(item));
    }
}
