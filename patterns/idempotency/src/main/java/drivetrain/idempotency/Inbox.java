package drivetrain.idempotency;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Which messages have taken effect. A message's record is written in the transaction of its effect:
 * a crash leaves both or none, and of two copies that are handled at the same time one wins.
 *
 * <p>The table's partition key is {@value #KEY}, its time to live {@code expiresAt}. A consumer whose
 * effect is guarded anyway (by a version, or by a key of the message's own) needs no inbox.
 */
public final class Inbox {
    /** The table's partition key. */
    public static final String KEY = "eventId";

    private final DynamoDbClient client;
    private final String table;
    private final Duration kept;
    private final Clock clock;

    /**
     * An inbox in a table.
     *
     * @param kept how long a message is remembered: longer than its sender may repeat it
     */
    public Inbox(DynamoDbClient client, String table, Duration kept, Clock clock) {
        this.client = client;
        this.table = table;
        this.kept = kept;
        this.clock = clock;
    }

    /** What became of a message. */
    public sealed interface Outcome {
        /** It has taken effect, now. */
        record Done() implements Outcome {}

        /** It had taken effect before; nothing was written. */
        record Known() implements Outcome {}

        /**
         * A condition of the effect doesn't hold; nothing was written.
         *
         * @param reasons for each write of the effect, in the order they were given
         */
        record Refused(List<CancellationReason> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /**
     * Lets a message take effect, once.
     *
     * @param effect at least one write, and at most 99
     * @throws StorageUnavailable when the table can't answer for now; handling again is safe
     * @throws VersionConflict when another transaction is at the same items; handling again is safe
     */
    public Outcome handle(String messageId, List<TransactWriteItem> effect) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder()
                .put(Place.take(table, KEY, record(messageId), clock.instant())).build());
        writes.addAll(effect);
        try {
            DynamoDbFaults.translating(table,
                    () -> client.transactWriteItems(request -> request.transactItems(writes)));
            return new Outcome.Done();
        } catch (TransactionCanceledException cancelled) {
            return refusal(cancelled);
        }
    }

    private static Outcome refusal(TransactionCanceledException cancelled) {
        if (DynamoDbFaults.conditionFailed(cancelled, 0)) {
            return new Outcome.Known();
        }
        var reasons = cancelled.cancellationReasons();
        return new Outcome.Refused(reasons.subList(1, reasons.size()));
    }

    /** Whether a message has taken effect, for those who want to save the way there. */
    public boolean knows(String messageId) {
        var found = DynamoDbFaults.translating(table,
                () -> client.getItem(get -> get.tableName(table).consistentRead(true)
                        .key(Item.empty().text(KEY, messageId).attributes())));
        return found.hasItem() && !Place.isOver(new Item(found.item()), clock.instant());
    }

    private Item record(String messageId) {
        return Item.empty().text(KEY, messageId).number(Place.EXPIRES_AT,
                clock.instant().plus(kept).getEpochSecond());
    }
}
