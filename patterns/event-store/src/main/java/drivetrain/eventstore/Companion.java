package drivetrain.eventstore;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that is put in the same transaction as the events, if nothing is in its place: the record
 * of an idempotency key, a reserved name.
 *
 * @param table its table's name
 * @param keyAttribute the table's partition key; the table has no sort key
 * @param item the item, its key included
 * @param expiry if given, an item in its place that has expired counts as absent
 */
public record Companion(String table, String keyAttribute, Map<String, AttributeValue> item,
        Optional<Expiry> expiry) {
    public Companion {
        requireNonNull(table, "table");
        requireNonNull(expiry, "expiry");
        item = Map.copyOf(item);
        if (!item.containsKey(keyAttribute)) {
            throw new IllegalArgumentException("the item lacks its key: " + keyAttribute);
        }
    }

    /**
     * When an item in the companion's place counts as absent. DynamoDB deletes expired items late,
     * by days at worst, so the expiry must be looked at.
     *
     * @param attribute the attribute with the expiry, in seconds since 1970
     * @param now items that expire at this second or before have expired
     */
    public record Expiry(String attribute, Instant now) {
        public Expiry {
            requireNonNull(attribute, "attribute");
            requireNonNull(now, "now");
        }

        boolean hasPassed(Map<String, AttributeValue> existing) {
            AttributeValue expiresAt = existing.get(attribute);
            return expiresAt != null && expiresAt.n() != null
                    && Long.parseLong(expiresAt.n()) <= now.getEpochSecond();
        }
    }
}
