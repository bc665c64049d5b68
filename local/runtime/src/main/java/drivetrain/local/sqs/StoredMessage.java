package drivetrain.local.sqs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A message in a queue. Guarded by the lock of the queue that it is in. */
final class StoredMessage {
    final String id;
    final MessageDraft draft;
    final Instant sentAt;
    final long sequence;
    int receiveCount;
    Instant firstReceivedAt;
    Instant visibleAt;
    String receiptHandle;
    String deadLetterSource;

    StoredMessage(MessageDraft draft, Instant sentAt, long sequence) {
        this(UUID.randomUUID().toString(), draft, sentAt, sequence);
    }

    private StoredMessage(String id, MessageDraft draft, Instant sentAt, long sequence) {
        this.id = id;
        this.draft = draft;
        this.sentAt = sentAt;
        this.sequence = sequence;
        visibleAt = sentAt;
    }

    /** The message as it arrives in another queue: the same identity and age. */
    StoredMessage movedTo(long newSequence, String sourceArn) {
        var moved = new StoredMessage(id, draft, sentAt, newSequence);
        moved.receiveCount = receiveCount;
        moved.firstReceivedAt = firstReceivedAt;
        moved.deadLetterSource = sourceArn;
        return moved;
    }

    Message received(Instant now, Instant nextVisibleAt) {
        receiveCount++;
        firstReceivedAt = firstReceivedAt == null ? now : firstReceivedAt;
        visibleAt = nextVisibleAt;
        receiptHandle = id + ":" + receiveCount;
        return new Message(id, receiptHandle, draft, receiveCount, sentAt, firstReceivedAt,
                visibleAt, sequence, Optional.ofNullable(deadLetterSource));
    }
}
