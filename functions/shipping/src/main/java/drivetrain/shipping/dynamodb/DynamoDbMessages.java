package drivetrain.shipping.dynamodb;

import drivetrain.idempotency.Inbox;
import drivetrain.idempotency.VersionedInbox;
import drivetrain.shipping.application.Messages;
import drivetrain.shipping.domain.Shipment;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Messages in an inbox, whose records are kept for 30 days: longer than EasyPost sends a message
 * again, of its own accord or by hand.
 */
public final class DynamoDbMessages implements Messages {
    private static final Duration KEPT = Duration.ofDays(30);

    private final VersionedInbox<Shipment> inbox;

    /** Messages about the shipments of a table, noted in another. */
    public DynamoDbMessages(DynamoDbClient client, String shipmentsTable, String messagesTable,
            Clock clock) {
        this.inbox = new VersionedInbox<>(DynamoDbShipments.table(client, shipmentsTable),
                new Inbox(client, messagesTable, KEPT, clock));
    }

    @Override
    public Optional<Shipment> put(Shipment next, String eventId) {
        return inbox.put(next, eventId);
    }

    @Override
    public boolean knows(String eventId) {
        return inbox.knows(eventId);
    }
}
