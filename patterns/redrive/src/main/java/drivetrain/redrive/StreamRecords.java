package drivetrain.redrive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads the records that Lambda's letter only names. Between two of them may lie records of other
 * keys, which had been handled; they come again, too, and are harmless.
 */
final class StreamRecords {
    private final DynamoDbStreamsClient streams;

    StreamRecords(DynamoDbStreamsClient streams) {
        this.streams = streams;
    }

    /** The batches, as Lambda would deliver them, one record each so that each ends by itself. */
    List<String> batches(Letter.StreamRange range) throws NotTaken {
        try {
            return read(range).stream().map(StreamRecords::batch).toList();
        } catch (TrimmedDataAccessException gone) {
            throw new NotTaken("the stream has forgotten the record: see docs/outbox.md");
        }
    }

    private List<Record> read(Letter.StreamRange range) throws NotTaken {
        var found = new ArrayList<Record>();
        var first = range.first();
        var shard = shard(range).shardId();
        var iterator = Optional.of(streams.getShardIterator(request -> request
                .streamArn(range.streamArn()).shardId(shard)
                .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER).sequenceNumber(first))
                .shardIterator());
        var last = new BigInteger(range.last());
        while (iterator.isPresent()) {
            var place = iterator.get();
            var answer = streams.getRecords(request -> request.shardIterator(place));
            for (var record : answer.records()) {
                if (number(record).compareTo(last) <= 0) {
                    found.add(record);
                }
            }
            boolean more = !answer.records().isEmpty()
                    && number(answer.records().getLast()).compareTo(last) < 0;
            iterator = Optional.ofNullable(answer.nextShardIterator()).filter(_ -> more);
        }
        if (found.isEmpty()) {
            throw new NotTaken("the stream doesn't have the record: see docs/outbox.md");
        }
        return found;
    }

    /** The letter's shard, or else the one whose range holds the record. */
    private Shard shard(Letter.StreamRange range) throws NotTaken {
        var shards = streams.describeStream(request -> request.streamArn(range.streamArn()))
                .streamDescription().shards();
        var first = new BigInteger(range.first());
        return shards.stream().filter(shard -> shard.shardId().equals(range.shardId()))
                .findFirst()
                .or(() -> shards.stream().filter(shard -> holds(shard, first)).findFirst())
                .orElseThrow(() -> new NotTaken("the stream has no such shard any more"));
    }

    private static boolean holds(Shard shard, BigInteger sequenceNumber) {
        var range = shard.sequenceNumberRange();
        return new BigInteger(range.startingSequenceNumber()).compareTo(sequenceNumber) <= 0
                && (range.endingSequenceNumber() == null
                        || new BigInteger(range.endingSequenceNumber())
                                .compareTo(sequenceNumber) >= 0);
    }

    private static BigInteger number(Record record) {
        return new BigInteger(record.dynamodb().sequenceNumber());
    }

    /** A batch with one record alone. */
    static String batch(Record record) {
        var batch = JsonNodeFactory.instance.objectNode();
        var entry = batch.putArray("Records").addObject().put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", record.eventVersion())
                .put("eventSource", record.eventSource()).put("awsRegion", record.awsRegion());
        entry.set("dynamodb", change(record.dynamodb()));
        return batch.toString();
    }

    private static ObjectNode change(StreamRecord change) {
        var node = JsonNodeFactory.instance.objectNode()
                .put("SequenceNumber", change.sequenceNumber())
                .put("StreamViewType", change.streamViewTypeAsString());
        node.set("Keys", image(change.keys()));
        if (change.hasNewImage()) {
            node.set("NewImage", image(change.newImage()));
        }
        if (change.hasOldImage()) {
            node.set("OldImage", image(change.oldImage()));
        }
        return node;
    }

    private static ObjectNode image(Map<String, AttributeValue> attributes) {
        var node = JsonNodeFactory.instance.objectNode();
        attributes.forEach((name, value) -> node.set(name, attribute(value)));
        return node;
    }

    private static ObjectNode attribute(AttributeValue value) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (value.type()) {
            case S -> node.put("S", value.s());
            case N -> node.put("N", value.n());
            case BOOL -> node.put("BOOL", value.bool());
            case NUL -> node.put("NULL", true);
            case B -> node.put("B", value.b().asByteArrayUnsafe());
            case SS -> texts(node, "SS", value.ss());
            case NS -> texts(node, "NS", value.ns());
            case M -> node.set("M", image(value.m()));
            case L -> {
                var list = node.putArray("L");
                value.l().forEach(element -> list.add(attribute(element)));
                yield node;
            }
            case BS, UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException(
                    "attributes of type " + value.type() + " aren't known here");
        };
    }

    private static ObjectNode texts(ObjectNode node, String type, Collection<String> texts) {
        var array = node.putArray(type);
        texts.forEach(array::add);
        return node;
    }
}
