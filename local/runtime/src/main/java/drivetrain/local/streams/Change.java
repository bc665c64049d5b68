package drivetrain.local.streams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A change of an item, as functions get it.
 *
 * @param event
 *            the record; never changed
 * @param json
 *            the same in UTF-8
 * @param partition
 *            the value of its partition key; changes of one keep their order
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, joined into payloads.
record Change(ObjectNode event, byte[] json, String partition, String sequenceNumber, Instant at) {
    /**
     * A change out of an answer of {@code GetRecords}.
     *
     * @param stored
     *            becomes the event
     */
    static Change of(ObjectNode stored, String partitionKey, String streamArn) {
        var dynamodb = (ObjectNode) stored.get("dynamodb");
        var seconds = dynamodb.path("ApproximateCreationDateTime").asLong();
        dynamodb.put("ApproximateCreationDateTime", seconds);
        stored.put("awsRegion", streamArn.split(":", -1)[3]).put("eventSourceARN", streamArn);
        var json = stored.toString().getBytes(StandardCharsets.UTF_8);
        return new Change(stored, json, dynamodb.path("Keys").path(partitionKey).toString(),
                dynamodb.path("SequenceNumber").asText(), Instant.ofEpochSecond(seconds));
    }
}
