package drivetrain.local.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

/**
 * Reads a table's stream from its oldest record on, across shards. DynamoDB Local keeps one open
 * shard for each stream and opens another every few hours. Not safe for several threads.
 */
public final class StreamReader {
    private final DynamoDbStreamsClient streams;
    private final DynamoDbObjectMapper json;
    private final String streamArn;
    private String shardId;
    private String iterator;

    StreamReader(AmazonDynamoDBLocal local, String tableName, DynamoDbObjectMapper json) {
        streams = local.dynamoDbStreamsClient();
        this.json = json;
        streamArn = streams.listStreams(request -> request.tableName(tableName)).streams().stream()
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
        var records = new ArrayList<ObjectNode>();
        while (iterator != null || openNextShard()) {
            var page = streams.getRecords(request -> request.shardIterator(iterator));
            iterator = page.nextShardIterator();
            page.records().forEach(stored -> records.add(toJson(stored)));
            if (page.records().isEmpty() && iterator != null) {
                break;
            }
        }
        return records;
    }

    private ObjectNode toJson(Record stored) {
        return json.valueToTree(stored);
    }

    private boolean openNextShard() {
        var next = nextShard();
        next.ifPresent(shard -> {
            shardId = shard.shardId();
            iterator = streams.getShardIterator(request -> request.streamArn(streamArn)
                    .shardId(shardId).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
        });
        return next.isPresent();
    }

    private Optional<Shard> nextShard() {
        var shards = streams.describeStream(request -> request.streamArn(streamArn))
                .streamDescription().shards();
        return shards.stream()
                .filter(shard -> shardId == null || shard.shardId().compareTo(shardId) > 0)
                .findFirst();
    }
}
