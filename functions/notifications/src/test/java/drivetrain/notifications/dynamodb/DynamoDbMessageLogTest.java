package drivetrain.notifications.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.notifications.application.MessageLog;
import drivetrain.notifications.application.MessageLogContract;
import drivetrain.testing.DynamoDbLocal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The DynamoDB adapter keeps the promise that the fake keeps. */
class DynamoDbMessageLogTest extends MessageLogContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String table = "messages-" + UUID.randomUUID();

    @Override
    protected MessageLog log() {
        DYNAMO_DB.client()
                .createTable(create -> create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("orderId", KeyType.HASH), key("eventId", KeyType.RANGE))
                        .attributeDefinitions(text("orderId"), text("eventId")));
        return new DynamoDbMessageLog(DYNAMO_DB.client(), table);
    }

    @Test
    void keepsTheFirstMessageOfAnEvent() {
        var log = log();
        log.add(message("order-1", "orders:order-1:1", "first"));
        log.add(message("order-1", "orders:order-1:1", "again"));

        var items = DYNAMO_DB.client().scan(scan -> scan.tableName(table)).items();

        assertThat(items).singleElement().isEqualTo(Item.empty().text("orderId", "order-1")
                .text("eventId", "orders:order-1:1").text("type", "OrderConfirmed")
                .text("subject", "Subject").text("body", "first")
                .text("occurredAt", "2026-01-01T08:00:00.000Z").text("correlationId", "test")
                .attributes());
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder().attributeName(name)
                .attributeType(ScalarAttributeType.S).build();
    }
}
