package drivetrain.local.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

/**
 * Reads a table's stream from its oldest record on, across shards. DynamoDB Local keeps one open
 * shard for each stream and opens another every few hours. Not safe for several threads.
 */
public final class StreamReader {
    private static final Set<String> OUTDATED = Set.of("TrimmedDataAccessException",
            "ExpiredIteratorException");

    private final Database database;
    private final DynamoDbStreamsClient streams;
    private final DynamoDbObjectMapper json;
    private final String streamArn;
    private String shardId;
    private String iterator;
    private String lastRead;

    StreamReader(Database database, AmazonDynamoDBLocal local, String tableName,
            DynamoDbObjectMapper json) {
        this.database = database;
        streams = local.dynamoDbStreamsClient();
        this.json = json;
        streamArn = database.run(() -> find(tableName));
    }

    private String find(String tableName) {
        return streams.listStreams(request -> request.tableName(tableName)).streams().stream()
                .map(Stream::streamArn).reduce((older, newer) -> newer).orElseThrow(
                        () -> new IllegalArgumentException(tableName + " has no stream"));
    }

    /**
     * Reads what was written since the last call, in order.
     *
     * @return records as DynamoDB Streams' {@code GetRecords} answers them; empty if there are no
     *         more for now
     */
    public List<ObjectNode> next() {
        return database.run(this::readAll).stream().map(this::toJson).toList();
    }

    private List<Record> readAll() {
        var records = new ArrayList<Record>();
        while (iterator != null || openNextShard()) {
            var page = read();
            if (page.records().isEmpty() && page.nextShardIterator() != null) {
                break;
            }
            iterator = page.nextShardIterator();
            for (Record stored : page.records()) {
                records.add(stored);
                lastRead = stored.dynamodb().sequenceNumber();
            }
        }
        return records;
    }

    /**
     * DynamoDB Local numbers the records of all tables together. An iterator of a shard that was
     * empty is older than its first record, and is then refused as if records had been trimmed;
     * one that wasn't used for minutes has expired.
     */
    private GetRecordsResponse read() {
        try {
            return streams.getRecords(request -> request.shardIterator(iterator));
        } catch (DynamoDBLocalServiceException refused) {
            if (!OUTDATED.contains(refused.getErrorCode())) {
                throw refused;
            }
            openShard();
            return streams.getRecords(request -> request.shardIterator(iterator));
        }
    }

    private ObjectNode toJson(Record stored) {
        return json.valueToTree(stored);
    }

    private boolean openNextShard() {
        var next = nextShard();
        next.ifPresent(shard -> {
            shardId = shard.shardId();
            lastRead = null;
            openShard();
        });
        return next.isPresent();
    }

    private void openShard() {
        iterator = streams.getShardIterator(request -> request.streamArn(streamArn)
                .shardId(shardId).sequenceNumber(lastRead)
                .shardIteratorType(lastRead == null
                        ? ShardIteratorType.TRIM_HORIZON
                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
                .shardIterator();
    }

    private Optional<Shard> nextShard() {
        var shards = streams.describeStream(request -> request.streamArn(streamArn))
                .streamDescription().shards();
        return shards.stream()
                .filter(shard -> shardId == null || shard.shardId().compareTo(shardId) > 0)
                .findFirst();
    }
}
