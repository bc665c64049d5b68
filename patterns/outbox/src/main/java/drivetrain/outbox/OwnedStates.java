package drivetrain.outbox;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.StreamRecord;
import java.util.List;
import java.util.function.Function;

/**
 * The events of a table whose items are the present state of what a service owns: each write of a
 * product is a {@code ProductChanged} of the same version.
 *
 * @param service who publishes them, such as {@code catalog}
 * @param key the table's partition key; an item also has {@code version}, {@code changedAt} and
 *     {@code correlationId}
 * @param type the type of the event of a write
 * @param data the events' own JSON object, of an item
 */
public record OwnedStates(String service, String key, String type,
        Function<Item, String> data) implements EventMapper {
    private static final int SCHEMA_VERSION = 1;

    @Override
    public List<OutgoingEvent> events(StreamRecord change) {
        return EventMapper.ofStates(state -> List.of(event(new Item(state), type, "")))
                .events(change);
    }

    /**
     * Says anew what an item is, with the data of its last change. The run is part of the event's id,
     * so that who drops events of an id that they have seen doesn't drop what a later run says.
     *
     * @param restatedType the type of these events, such as {@code ProductRestated}
     */
    public Restatement.ItemEvent restatedAs(String restatedType) {
        return (item, run) -> event(item, restatedType, ":restated:" + run);
    }

    private OutgoingEvent event(Item item, String eventType, String idEnding) {
        long version = item.number("version");
        var id = service + ":" + item.text(key) + ":" + version + idEnding;
        var metadata = new EventMetadata(id, SCHEMA_VERSION, item.instant("changedAt"),
                item.text("correlationId"), version);
        return OutgoingEvent.of("drivetrain." + service, eventType, metadata, data.apply(item));
    }
}
