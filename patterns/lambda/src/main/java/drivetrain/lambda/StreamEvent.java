package drivetrain.lambda;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A batch of a DynamoDB stream.
 *
 * <p>Source: Lambda developer guide, "Using AWS Lambda with Amazon DynamoDB", example event.
 */
@Json
record StreamEvent(@Json.Property("Records") List<Entry> records) {
    private static final JsonType<StreamEvent> TYPE = JsonTypes.tolerant(StreamEvent.class);

    static StreamEvent fromJson(InputStream json) {
        return TYPE.fromJson(json);
    }

    static StreamEvent of(StreamRecord alone) {
        return new StreamEvent(List.of(Entry.of(alone)));
    }

    String toJson() {
        return TYPE.toJson(this);
    }

    @Json
    record Entry(String eventName, Change dynamodb) {
        static Entry of(StreamRecord record) {
            return new Entry(record.change().name(),
                    new Change(record.sequenceNumber(), AttributeJson.of(record.keys()),
                            AttributeJson.of(record.newImage()),
                            AttributeJson.of(record.oldImage())));
        }

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
