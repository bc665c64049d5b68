package drivetrain.lambda;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;

/**
 * A batch of a DynamoDB stream.
 *
 * <p>Source: Lambda developer guide, "Using AWS Lambda with Amazon DynamoDB", example event.
 */
@Json
record StreamEvent(@Json.Property("Records") List<Entry> records) {
    @Json
    record Entry(String eventName, Change dynamodb) {
        StreamRecord toRecord() {
            return new StreamRecord(dynamodb.sequenceNumber(),
                    StreamRecord.Change.valueOf(eventName), AttributeJson.image(dynamodb.keys()),
                    AttributeJson.image(dynamodb.newImage()),
                    AttributeJson.image(dynamodb.oldImage()));
        }
    }

    @Json
    record Change(@Json.Property("SequenceNumber") String sequenceNumber,
            @Json.Property("Keys") Map<String, AttributeJson> keys,
            @Json.Property("NewImage") Map<String, AttributeJson> newImage,
            @Json.Property("OldImage") Map<String, AttributeJson> oldImage) {}
}
