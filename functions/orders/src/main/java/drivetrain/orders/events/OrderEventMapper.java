package drivetrain.orders.events;

import drivetrain.eventstore.EventItems;
import drivetrain.eventstore.StoredEvent;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.StreamRecord;
import drivetrain.kernel.OrderId;
import drivetrain.outbox.EventMapper;
import drivetrain.outbox.OutgoingEvent;
import java.util.List;

/** Each event of the log is an event on the bus. */
public final class OrderEventMapper implements EventMapper {
    /** The log's partition key. */
    public static final String PARTITION_KEY = "orderId";

    private static final String SOURCE = "drivetrain.orders";
    private static final int SCHEMA_VERSION = 1;

    private final EventItems items = new EventItems(PARTITION_KEY);
    private final OrderEventCodec codec = new OrderEventCodec();

    @Override
    public List<OutgoingEvent> events(StreamRecord change) {
        return switch (change.change()) {
            case INSERT -> List.of(outgoing(items.toEvent(change.newImage())));
            // The log is never changed; an operator who does so all the same tells nobody news.
            case MODIFY, REMOVE -> List.of();
        };
    }

    private OutgoingEvent outgoing(StoredEvent stored) {
        var event = codec.decode(stored);
        var metadata = new EventMetadata("orders:" + stored.streamId() + ":" + stored.version(),
                SCHEMA_VERSION, stored.occurredAt(), stored.correlationId(), stored.version());
        return OutgoingEvent.of(SOURCE, PublicEvents.type(event), metadata,
                PublicEvents.data(new OrderId(stored.streamId()), event));
    }
}
