package drivetrain.outbox;

import drivetrain.lambda.StreamFunction;
import drivetrain.lambda.StreamRecord;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Publishes what a table's stream tells. Made to be the consumer of {@link
 * StreamFunction#ofBatches}.
 *
 * <ul>
 *   <li>Events of one aggregate (one partition key) reach the bus in the order of its changes: two
 *       of them never share a call, and one that isn't taken holds back the later ones of its
 *       aggregate, not those of others.
 *   <li>Every entry of every answer is checked. What wasn't taken is reported as failed, so that
 *       Lambda delivers it again, and at last to the dead-letter queue.
 *   <li>A change that can't be understood, or whose event the bus will never take, fails alone, and
 *       not as a transient fault: it is to be set aside ({@link drivetrain.lambda.DeadLetters}).
 *       Those behind it go on, since its aggregate would wait for it for ever otherwise.
 *   <li>At least once: a change may be published again, with the same event ids.
 * </ul>
 */
public final class OutboxPublisher {
    private final EventBus bus;
    private final EventMapper mapper;
    private final String partitionKey;

    /**
     * A publisher for one table.
     *
     * @param partitionKey the attribute whose value is the aggregate's id
     */
    public OutboxPublisher(EventBus bus, EventMapper mapper, String partitionKey) {
        this.bus = bus;
        this.mapper = mapper;
        this.partitionKey = partitionKey;
    }

    /**
     * Publishes the events of a batch.
     *
     * @param changes in the order of the stream
     * @return the changes that must be delivered again, in the order of the stream
     */
    public List<StreamFunction.Failure> publish(List<StreamRecord> changes) {
        var batch = new Batch();
        for (var change : changes) {
            batch.add(change, aggregate(change), mapper);
        }
        var chunk = batch.nextChunk();
        while (!chunk.isEmpty()) {
            send(chunk, batch);
            chunk = batch.nextChunk();
        }
        return batch.failures();
    }

    private void send(List<Batch.Entry> chunk, Batch batch) {
        try {
            batch.settle(chunk, bus.put(chunk.stream().map(Batch.Entry::event).toList()));
        } catch (RuntimeException cause) {
            // The bus is out of reach: more calls would only use up the function's time.
            batch.abandon(chunk, cause);
        }
    }

    private AttributeValue aggregate(StreamRecord change) {
        var id = change.keys().get(partitionKey);
        if (id == null) {
            throw new IllegalStateException("the table's key isn't " + partitionKey);
        }
        return id;
    }
}
