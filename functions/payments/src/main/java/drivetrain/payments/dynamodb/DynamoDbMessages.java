package drivetrain.payments.dynamodb;

import drivetrain.dynamodb.VersionedTable;
import drivetrain.idempotency.Inbox;
import drivetrain.payments.application.Messages;
import drivetrain.payments.domain.Payment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Messages in an inbox, whose records are kept for 30 days: longer than Stripe sends a message again,
 * of its own accord or by hand.
 */
public final class DynamoDbMessages implements Messages {
    private static final Duration KEPT = Duration.ofDays(30);

    private final VersionedTable<Payment> payments;
    private final Inbox inbox;

    /** Messages about the payments of a table, noted in another. */
    public DynamoDbMessages(DynamoDbClient client, String paymentsTable, String messagesTable,
            Clock clock) {
        this.payments = DynamoDbPayments.table(client, paymentsTable);
        this.inbox = new Inbox(client, messagesTable, KEPT, clock);
    }

    @Override
    public Optional<Payment> put(Payment next, String eventId) {
        var write = TransactWriteItem.builder().put(payments.conditionalPut(next)).build();
        return switch (inbox.handle(eventId, List.of(write))) {
            case Inbox.Outcome.Done _ -> Optional.of(next);
            case Inbox.Outcome.Known _ -> Optional.empty();
            case Inbox.Outcome.Refused refused ->
                Optional.of(payments.standing(next, refused.reasons().getFirst().item()));
        };
    }
}
