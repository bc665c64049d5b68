package drivetrain.redrive;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** One shard of versions of things, which can be read in pages of two records. */
final class FakeStream implements DynamoDbStreamsClient {
    static final String ARN = "arn:aws:dynamodb:eu-central-1:000000000000:table/Things/stream/1";
    static final String SHARD = "shard-1";
    private static final int PAGE = 2;

    private final List<Record> records = new ArrayList<>();
    private boolean forgotten;

    /** A new version of a thing. */
    Record write(String id, int version) {
        var sequenceNumber = Integer.toString(1_000 + records.size());
        var key = AttributeValue.fromS(id);
        var record = Record.builder().eventID(sequenceNumber).eventSource("aws:dynamodb")
                .eventVersion("1.1").awsRegion("eu-central-1").eventName(OperationType.INSERT)
                .dynamodb(StreamRecord.builder().sequenceNumber(sequenceNumber)
                        .keys(Map.of("id", key)).newImage(Map.of("id", key, "version",
                                AttributeValue.fromN(Integer.toString(version))))
                        .build())
                .build();
        records.add(record);
        return record;
    }

    /** Whether a letter of Lambda's names the place of a version of a thing. */
    boolean isNamed(String letter, String id, String version) {
        return records.stream()
                .filter(record -> record.dynamodb().keys().get("id").s().equals(id))
                .filter(record -> record.dynamodb().newImage().get("version").n()
                        .equals(version))
                .map(record -> new BigInteger(record.dynamodb().sequenceNumber()))
                .anyMatch(number -> number(letter, "start").compareTo(number) <= 0
                        && number(letter, "end").compareTo(number) >= 0);
    }

    private static BigInteger number(String letter, String which) {
        var matcher = Pattern.compile(which + "SequenceNumber\":\"(\\d+)").matcher(letter);
        if (!matcher.find()) {
            throw new IllegalArgumentException(letter);
        }
        return new BigInteger(matcher.group(1));
    }

    /** A day passes. */
    void forget() {
        forgotten = true;
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        var shard = Shard.builder().shardId(SHARD)
                .sequenceNumberRange(range -> range.startingSequenceNumber("1000")).build();
        return DescribeStreamResponse.builder()
                .streamDescription(stream -> stream.shards(shard)).build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        if (forgotten) {
            throw TrimmedDataAccessException.builder().message("too old").build();
        }
        int place = Integer.parseInt(request.sequenceNumber()) - 1_000;
        return GetShardIteratorResponse.builder().shardIterator(Integer.toString(place)).build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        int from = Integer.parseInt(request.shardIterator());
        int to = Math.min(from + PAGE, records.size());
        return GetRecordsResponse.builder().records(records.subList(from, to))
                .nextShardIterator(Integer.toString(to)).build();
    }

    @Override
    public String serviceName() {
        return "streams.dynamodb";
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
