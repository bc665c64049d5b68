package drivetrain.payments.dynamodb;

import drivetrain.idempotency.Inbox;
import drivetrain.idempotency.VersionedInbox;
import drivetrain.payments.application.Messages;
import drivetrain.payments.domain.Payment;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Messages in an inbox, whose records are kept for 30 days: longer than Stripe sends a message
 * again, of its own accord or by hand.
 */
public final class DynamoDbMessages implements Messages {
    private static final Duration KEPT = Duration.ofDays(30);

    private final VersionedInbox<Payment> inbox;

    /** Messages about the payments of a table, noted in another. */
    public DynamoDbMessages(DynamoDbClient client, String paymentsTable, String messagesTable,
            Clock clock) {
        this.inbox = new VersionedInbox<>(DynamoDbPayments.table(client, paymentsTable),
                new Inbox(client, messagesTable, KEPT, clock));
    }

    @Override
    public Optional<Payment> put(Payment next, String eventId) {
        return inbox.put(next, eventId);
    }
}
