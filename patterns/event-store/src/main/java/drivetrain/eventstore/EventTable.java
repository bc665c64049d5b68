package drivetrain.eventstore;

import static java.util.Objects.requireNonNull;

/**
 * Where a log lives.
 *
 * @param name the table's name
 * @param keyAttribute the partition key, text, such as {@code orderId}; the sort key is the number
 *     {@code version}
 */
public record EventTable(String name, String keyAttribute) {
    public EventTable {
        requireNonNull(name, "name");
        requireNonNull(keyAttribute, "keyAttribute");
    }
}
