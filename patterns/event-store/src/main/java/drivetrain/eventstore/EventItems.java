package drivetrain.eventstore;

import drivetrain.dynamodb.Item;
import drivetrain.dynamodb.MalformedItem;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Between events and the items of an event table; also reads the images of the table's stream. */
public final class EventItems {
    static final String VERSION = "version";
    private static final String TYPE = "type";
    private static final String SCHEMA_VERSION = "schemaVersion";
    private static final String OCCURRED_AT = "occurredAt";
    private static final String CORRELATION_ID = "correlationId";
    private static final String DATA = "data";

    private final String keyAttribute;

    /** For a table with this partition key. */
    public EventItems(String keyAttribute) {
        this.keyAttribute = keyAttribute;
    }

    /** The item of an event. */
    public Map<String, AttributeValue> toItem(StoredEvent event) {
        return Item.empty().text(keyAttribute, event.streamId()).number(VERSION, event.version())
                .text(TYPE, event.type()).number(SCHEMA_VERSION, event.schemaVersion())
                .instant(OCCURRED_AT, event.occurredAt())
                .text(CORRELATION_ID, event.correlationId()).text(DATA, event.data()).attributes();
    }

    /**
     * The event of an item.
     *
     * @throws MalformedItem if an attribute is missing
     */
    public StoredEvent toEvent(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new StoredEvent(item.text(keyAttribute), item.number(VERSION), item.text(TYPE),
                Math.toIntExact(item.number(SCHEMA_VERSION)), item.instant(OCCURRED_AT),
                item.text(CORRELATION_ID), item.text(DATA));
    }
}
