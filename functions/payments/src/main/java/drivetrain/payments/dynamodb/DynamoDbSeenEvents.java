package drivetrain.payments.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.dynamodb.Item;
import drivetrain.payments.application.SeenEvents;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Messages dealt with, in DynamoDB, for 30 days: longer than Stripe sends a message again, of its
 * own accord or by hand. Forgetting one too late, or too early, is harmless.
 */
public final class DynamoDbSeenEvents implements SeenEvents {
    private static final Duration KEPT = Duration.ofDays(30);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public DynamoDbSeenEvents(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean contains(String eventId) {
        var key = Item.empty().text("eventId", eventId).attributes();
        return translating(table, () -> client.getItem(
                get -> get.tableName(table).key(key).projectionExpression("eventId"))).hasItem();
    }

    @Override
    public void add(String eventId) {
        var item = Item.empty().text("eventId", eventId)
                .number("expiresAt", clock.instant().plus(KEPT).getEpochSecond()).attributes();
        translating(table, () -> client.putItem(put -> put.tableName(table).item(item)));
    }
}
