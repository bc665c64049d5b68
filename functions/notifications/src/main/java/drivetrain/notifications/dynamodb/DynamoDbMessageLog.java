package drivetrain.notifications.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.dynamodb.Item;
import drivetrain.notifications.application.MessageLog;
import drivetrain.notifications.domain.Message;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Messages in a table with the keys {@code orderId} and {@code eventId}; one write for each event,
 * and no read.
 */
public final class DynamoDbMessageLog implements MessageLog {
    private final DynamoDbClient client;
    private final String table;

    public DynamoDbMessageLog(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public boolean add(Message message) {
        try {
            translating(table,
                    () -> client.putItem(put -> put.tableName(table)
                            .item(item(message).attributes())
                            .conditionExpression("attribute_not_exists(eventId)")));
            return true;
        } catch (ConditionalCheckFailedException recordedBefore) {
            return false;
        }
    }

    private static Item item(Message message) {
        return Item.empty().text("orderId", message.orderId().value())
                .text("eventId", message.eventId()).text("type", message.type().eventName())
                .text("subject", message.text().subject()).text("body", message.text().body())
                .instant("occurredAt", message.occurredAt())
                .text("correlationId", message.correlationId().value());
    }
}
