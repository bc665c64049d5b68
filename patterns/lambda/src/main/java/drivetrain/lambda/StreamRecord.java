package drivetrain.lambda;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A change of one item, from a DynamoDB stream.
 *
 * @param sequenceNumber its place in its shard; what a partial failure is reported by
 * @param change INSERT, MODIFY or REMOVE
 * @param newImage the item after the change; empty on REMOVE
 * @param oldImage the item before the change; empty on INSERT, or if the stream leaves it out
 */
public record StreamRecord(String sequenceNumber, Change change, Map<String, AttributeValue> keys,
        Map<String, AttributeValue> newImage, Map<String, AttributeValue> oldImage) {

    /** What happened to the item. */
    public enum Change {
        INSERT, MODIFY, REMOVE
    }

    /** The JSON of a batch with this record alone, as Lambda would deliver it. */
    public String toBatchJson() {
        return StreamEvent.of(this).toJson();
    }

    /**
     * The id of the request that made the change, which every state table keeps as {@code
     * correlationId}; else the record's sequence number.
     */
    String correlationId() {
        var image = newImage.isEmpty() ? oldImage : newImage;
        var id = image.get("correlationId");
        return id == null || id.s() == null ? sequenceNumber : id.s();
    }

    /**
     * The value of a key attribute that is text.
     *
     * @throws IllegalArgumentException if the table has no such key
     */
    public String textKey(String name) {
        var value = keys.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalArgumentException("the table has no text key " + name);
        }
        return value.s();
    }
}
