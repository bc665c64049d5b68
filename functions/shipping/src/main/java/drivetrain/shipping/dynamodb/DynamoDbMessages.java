package drivetrain.shipping.dynamodb;

import drivetrain.dynamodb.VersionedTable;
import drivetrain.idempotency.Inbox;
import drivetrain.shipping.application.Messages;
import drivetrain.shipping.domain.Shipment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Messages in an inbox, whose records are kept for 30 days: longer than EasyPost sends a message again,
 * of its own accord or by hand.
 */
public final class DynamoDbMessages implements Messages {
    private static final Duration KEPT = Duration.ofDays(30);

    private final VersionedTable<Shipment> shipments;
    private final Inbox inbox;

    /** Messages about the shipments of a table, noted in another. */
    public DynamoDbMessages(DynamoDbClient client, String shipmentsTable, String messagesTable,
            Clock clock) {
        this.shipments = DynamoDbShipments.table(client, shipmentsTable);
        this.inbox = new Inbox(client, messagesTable, KEPT, clock);
    }

    @Override
    public Optional<Shipment> put(Shipment next, String eventId) {
        var write = TransactWriteItem.builder().put(shipments.conditionalPut(next)).build();
        return switch (inbox.handle(eventId, List.of(write))) {
            case Inbox.Outcome.Done _ -> Optional.of(next);
            case Inbox.Outcome.Known _ -> Optional.empty();
            case Inbox.Outcome.Refused refused ->
                Optional.of(shipments.standing(next, refused.reasons().getFirst().item()));
        };
    }

    @Override
    public boolean knows(String eventId) {
        return inbox.knows(eventId);
    }
}
