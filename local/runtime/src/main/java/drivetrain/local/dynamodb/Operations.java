package drivetrain.local.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The operations that DynamoDB Local has, by their names in the API reference. */
final class Operations {
    private static final String REQUEST = "Request";

    private final Map<String, Operation<?, ?>> byName = new TreeMap<>();

    Operations(AmazonDynamoDBLocal local) {
        addReads(local.dynamoDbClient());
        addWrites(local.dynamoDbClient());
        addTables(local.dynamoDbClient());
        addStreams(local.dynamoDbStreamsClient());
    }

    /** The operation of this name, or null. */
    Operation<?, ?> named(String name) {
        return byName.get(name);
    }

    /** All names, sorted, for messages. */
    String names() {
        return String.join(", ", byName.keySet());
    }

    private void addReads(DynamoDbClient client) {
        reading(GetItemRequest.class, client::getItem);
        reading(BatchGetItemRequest.class, client::batchGetItem);
        reading(TransactGetItemsRequest.class, client::transactGetItems);
        reading(QueryRequest.class, client::query);
        reading(ScanRequest.class, client::scan);
    }

    private void addWrites(DynamoDbClient client) {
        writing(PutItemRequest.class, client::putItem);
        writing(UpdateItemRequest.class, client::updateItem);
        writing(DeleteItemRequest.class, client::deleteItem);
        writing(BatchWriteItemRequest.class, client::batchWriteItem);
        writing(TransactWriteItemsRequest.class, client::transactWriteItems);
        writing(ExecuteStatementRequest.class, client::executeStatement);
        writing(BatchExecuteStatementRequest.class, client::batchExecuteStatement);
        writing(ExecuteTransactionRequest.class, client::executeTransaction);
    }

    private void addTables(DynamoDbClient client) {
        reading(CreateTableRequest.class, client::createTable);
        reading(UpdateTableRequest.class, client::updateTable);
        reading(DeleteTableRequest.class, client::deleteTable);
        reading(DescribeTableRequest.class, client::describeTable);
        reading(ListTablesRequest.class, client::listTables);
        reading(DescribeLimitsRequest.class, client::describeLimits);
        reading(DescribeTimeToLiveRequest.class, client::describeTimeToLive);
        reading(UpdateTimeToLiveRequest.class, client::updateTimeToLive);
        reading(TagResourceRequest.class, client::tagResource);
        reading(UntagResourceRequest.class, client::untagResource);
        reading(ListTagsOfResourceRequest.class, client::listTagsOfResource);
    }

    private void addStreams(DynamoDbStreamsClient client) {
        reading(ListStreamsRequest.class, client::listStreams);
        reading(DescribeStreamRequest.class, client::describeStream);
        reading(GetShardIteratorRequest.class, client::getShardIterator);
        reading(GetRecordsRequest.class, client::getRecords);
    }

    private <Q extends SdkRequest, A extends SdkResponse> void reading(Class<Q> type,
            Function<Q, A> action) {
        byName.put(name(type), new Operation<>(type, false, action));
    }

    private <Q extends SdkRequest, A extends SdkResponse> void writing(Class<Q> type,
            Function<Q, A> action) {
        byName.put(name(type), new Operation<>(type, true, action));
    }

    private static String name(Class<?> request) {
        var name = request.getSimpleName();
        return name.substring(0, name.length() - REQUEST.length());
    }
}
