package drivetrain.outbox;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.StreamRecord;
import java.util.List;
import java.util.function.Function;

/**
 * The events of a table whose items are the present state of what a service owns: each write of a
 * product is a {@code ProductChanged} of the same version, and what a product is can be said anew,
 * as a {@code ProductRestated} with the same data.
 *
 * @param service who publishes them, such as {@code catalog}
 * @param subject what the items are, such as {@code Product}
 * @param key the table's partition key; an item also has {@code version}, {@code changedAt} and
 *     {@code correlationId}
 * @param data the events' own JSON object, of an item
 */
public record OwnedStates(String service, String subject, String key,
        Function<Item, String> data) implements EventMapper, Restatement.ItemEvent {
    private static final int SCHEMA_VERSION = 1;

    @Override
    public List<OutgoingEvent> events(StreamRecord change) {
        return EventMapper.ofStates(state -> List.of(event(new Item(state), "Changed", "")))
                .events(change);
    }

    /**
     * What an item is, said anew.
     *
     * @param run part of the event's id, so that who drops events of an id that they have seen
     *     doesn't drop what a later run says
     */
    @Override
    public OutgoingEvent of(Item item, String run) {
        return event(item, "Restated", ":restated:" + run);
    }

    private OutgoingEvent event(Item item, String happened, String idEnding) {
        long version = item.number("version");
        var id = service + ":" + item.text(key) + ":" + version + idEnding;
        var metadata = new EventMetadata(id, SCHEMA_VERSION, item.instant("changedAt"),
                item.text("correlationId"), version);
        return OutgoingEvent.of("drivetrain." + service, subject + happened, metadata,
                data.apply(item));
    }
}
