package drivetrain.notifications.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.notifications.application.MessageLog;
import drivetrain.notifications.application.MessageLogContract;
import drivetrain.testing.DynamoDbLocal;
import drivetrain.testing.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The DynamoDB adapter keeps the promise that the fake keeps. */
class DynamoDbMessageLogTest extends MessageLogContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String table = DYNAMO_DB.table(TestTable.keyedBy("orderId", "eventId"));

    @Override
    protected MessageLog log() {
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
}
