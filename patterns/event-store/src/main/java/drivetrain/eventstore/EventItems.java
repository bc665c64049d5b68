package drivetrain.eventstore;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
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
        return Map.of(keyAttribute, fromS(event.streamId()), VERSION,
                fromN(Long.toString(event.version())), TYPE, fromS(event.type()), SCHEMA_VERSION,
                fromN(Integer.toString(event.schemaVersion())), OCCURRED_AT,
                fromS(event.occurredAt().toString()), CORRELATION_ID, fromS(event.correlationId()),
                DATA, fromS(event.data()));
    }

    /**
     * The event of an item.
     *
     * @throws IllegalArgumentException if an attribute is missing
     */
    public StoredEvent toEvent(Map<String, AttributeValue> item) {
        return new StoredEvent(text(item, keyAttribute), Long.parseLong(number(item, VERSION)),
                text(item, TYPE), Integer.parseInt(number(item, SCHEMA_VERSION)),
                Instant.parse(text(item, OCCURRED_AT)), text(item, CORRELATION_ID),
                text(item, DATA));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return require(name, item.containsKey(name) ? item.get(name).s() : null);
    }

    private static String number(Map<String, AttributeValue> item, String name) {
        return require(name, item.containsKey(name) ? item.get(name).n() : null);
    }

    private static String require(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException("an event lacks " + name);
        }
        return value;
    }
}
