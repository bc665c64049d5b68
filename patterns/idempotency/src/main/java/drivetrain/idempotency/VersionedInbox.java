package drivetrain.idempotency;

import drivetrain.dynamodb.VersionedTable;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Messages that move things of a {@link VersionedTable} on, each of them once: a thing's new version
 * and the message's record are one transaction.
 *
 * <p>Fails as {@link Inbox#handle} does; then handling a message again is safe.
 *
 * @param <T> what the table's items stand for
 */
public final class VersionedInbox<T> {
    private final VersionedTable<T> things;
    private final Inbox inbox;

    /** Messages about the things of one table. */
    public VersionedInbox(VersionedTable<T> things, Inbox inbox) {
        this.things = things;
        this.inbox = inbox;
    }

    /**
     * Writes a thing as {@link VersionedTable#put} does, and notes that the message has had its
     * effect.
     *
     * @return what stands there now: {@code next}, or what another writer put there first, in which
     *     case the message isn't noted; nothing when the message had its effect before, in which
     *     case nothing is written
     * @throws drivetrain.kernel.VersionConflict also when there is nothing to go on from
     */
    public Optional<T> put(T next, String messageId) {
        var write = TransactWriteItem.builder().put(things.conditionalPut(next)).build();
        return switch (inbox.handle(messageId, List.of(write))) {
            case Inbox.Outcome.Done _ -> Optional.of(next);
            case Inbox.Outcome.Known _ -> Optional.empty();
            case Inbox.Outcome.Refused refused ->
                Optional.of(things.standing(next, refused.reasons().getFirst().item()));
        };
    }

    /** Whether a message has had its effect. */
    public boolean knows(String messageId) {
        return inbox.knows(messageId);
    }
}
