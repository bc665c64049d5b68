package drivetrain.payments.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.payments.application.Payments;
import drivetrain.payments.domain.Payment;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Payments in DynamoDB. A write is one conditional put of the whole item; when the condition
 * fails, the same answer brings what stands there, so losing a race costs no read.
 */
public final class DynamoDbPayments implements Payments {
    private final DynamoDbClient client;
    private final String table;

    public DynamoDbPayments(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Payment> find(OrderId orderId) {
        var key = Item.empty().text("orderId", orderId.value()).attributes();
        var found = translating(table, () -> client.getItem(
                get -> get.tableName(table).key(key).consistentRead(true)));
        return found.hasItem()
                ? Optional.of(PaymentItem.read(new Item(found.item())))
                : Optional.empty();
    }

    @Override
    public Payment put(Payment next) {
        try {
            translating(table, () -> client.putItem(onlyAfterTheOneBefore(next)));
            return next;
        } catch (ConditionalCheckFailedException standing) {
            // Also the answer to a put that the SDK repeated because the first answer was lost:
            // then what stands there equals what was to be written.
            return standing(next, standing.item());
        }
    }

    private PutItemRequest onlyAfterTheOneBefore(Payment next) {
        var put = PutItemRequest.builder().tableName(table)
                .item(PaymentItem.write(next).attributes()).returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (next.version() == 1) {
            put.conditionExpression("attribute_not_exists(orderId)");
        } else {
            put.conditionExpression("version = :before").expressionAttributeValues(
                    Item.empty().number(":before", next.version() - 1).attributes());
        }
        return put.build();
    }

    private static Payment standing(Payment next, Map<String, AttributeValue> item) {
        if (item == null || item.isEmpty()) {
            throw new VersionConflict("payment of order " + next.orderId() + " is gone");
        }
        return PaymentItem.read(new Item(item));
    }
}
