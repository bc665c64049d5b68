package drivetrain.eventstore;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.AppendOutcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The log in a DynamoDB table: one item per event, under a condition that its version is free.
 *
 * <p>One event alone is one conditional {@code PutItem}; several, or events with companions, are
 * one {@code TransactWriteItems}, at twice the cost. Reads are strongly consistent queries.
 */
public final class DynamoDbEventStore implements EventStore {
    private static final String FREE = "attribute_not_exists(#version)";
    private static final Map<String, String> VERSION = Map.of("#version", EventItems.VERSION);

    private final DynamoDbClient client;
    private final EventTable table;
    private final EventItems items;
    private final StreamScan scan;

    /** A log in a table; the client should have timeouts shorter than the caller's. */
    public DynamoDbEventStore(DynamoDbClient client, EventTable table) {
        this.client = client;
        this.table = table;
        this.items = new EventItems(table.keyAttribute());
        this.scan = new StreamScan(client, table);
    }

    @Override
    public AppendOutcome append(String streamId, long expectedVersion, List<NewEvent> events,
            List<Companion> companions) {
        AppendLimits.require(streamId, expectedVersion, events, companions);
        List<StoredEvent> stored = new ArrayList<>();
        for (NewEvent event : events) {
            stored.add(StoredEvent.of(streamId, expectedVersion + 1 + stored.size(), event));
        }
        return stored.size() == 1 && companions.isEmpty()
                ? appendOne(stored.getFirst())
                : appendAll(stored, companions);
    }

    private AppendOutcome appendOne(StoredEvent event) {
        try {
            DynamoDbFaults.translating(table.name(), () -> client.putItem(put -> put
                    .tableName(table.name()).item(items.toItem(event)).conditionExpression(FREE)
                    .expressionAttributeNames(VERSION)));
            return new Appended(event.version());
        } catch (ConditionalCheckFailedException taken) {
            return new Conflict(true, List.of());
        }
    }

    private AppendOutcome appendAll(List<StoredEvent> events, List<Companion> companions) {
        List<TransactWriteItem> writes = new ArrayList<>();
        events.forEach(event -> writes.add(write(put(event))));
        companions.forEach(companion -> writes.add(write(put(companion))));
        try {
            DynamoDbFaults.translating(table.name(),
                    () -> client.transactWriteItems(request -> request.transactItems(writes)));
            return new Appended(events.getLast().version());
        } catch (TransactionCanceledException canceled) {
            return conflict(canceled, events.size(), companions);
        }
    }

    /** The answer to a transaction in which a condition of ours failed. */
    private static Conflict conflict(TransactionCanceledException canceled, int events,
            List<Companion> companions) {
        boolean taken = false;
        for (int i = 0; i < events; i++) {
            taken |= DynamoDbFaults.conditionFailed(canceled, i);
        }
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < companions.size(); i++) {
            if (DynamoDbFaults.conditionFailed(canceled, events + i)) {
                var existing = canceled.cancellationReasons().get(events + i).item();
                refusals.add(new Refusal(companions.get(i), existing));
            }
        }
        if (!taken && refusals.isEmpty()) {
            throw canceled;
        }
        return new Conflict(taken, refusals);
    }

    private Put put(StoredEvent event) {
        return Put.builder().tableName(table.name()).item(items.toItem(event))
                .conditionExpression(FREE).expressionAttributeNames(VERSION).build();
    }

    private static Put put(Companion companion) {
        Put.Builder put = Put.builder().tableName(companion.table()).item(companion.item())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        String absent = "attribute_not_exists(#key)";
        companion.expiry().ifPresentOrElse(expiry -> put
                .conditionExpression(absent + " OR #expiry <= :now")
                .expressionAttributeNames(
                        Map.of("#key", companion.keyAttribute(), "#expiry", expiry.attribute()))
                .expressionAttributeValues(Map.of(":now",
                        AttributeValue.fromN(Long.toString(expiry.now().getEpochSecond())))),
                () -> put.conditionExpression(absent)
                        .expressionAttributeNames(Map.of("#key", companion.keyAttribute())));
        return put.build();
    }

    private static TransactWriteItem write(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }

    @Override
    public List<StoredEvent> read(String streamId, long afterVersion, long upToVersion) {
        long from = afterVersion + 1;
        if (upToVersion < from) {
            return List.of();
        }
        QueryRequest query = query()
                .keyConditionExpression("#key = :key AND #version BETWEEN :from AND :to")
                .expressionAttributeNames(
                        Map.of("#key", table.keyAttribute(), "#version", EventItems.VERSION))
                .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(streamId), ":from",
                        AttributeValue.fromN(Long.toString(from)), ":to",
                        AttributeValue.fromN(Long.toString(upToVersion))))
                .build();
        return DynamoDbFaults.translating(table.name(),
                () -> client.queryPaginator(query).items().stream().map(items::toEvent).toList());
    }

    @Override
    public List<StoredEvent> page(String streamId, long afterVersion, int limit) {
        return first(limit, query().keyConditionExpression("#key = :key AND #version > :after")
                .expressionAttributeNames(
                        Map.of("#key", table.keyAttribute(), "#version", EventItems.VERSION))
                .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(streamId), ":after",
                        AttributeValue.fromN(Long.toString(afterVersion)))));
    }

    @Override
    public List<StoredEvent> tail(String streamId, int limit) {
        return first(limit, query().keyConditionExpression("#key = :key").scanIndexForward(false)
                .expressionAttributeNames(Map.of("#key", table.keyAttribute()))
                .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(streamId))))
                .reversed();
    }

    private List<StoredEvent> first(int limit, QueryRequest.Builder query) {
        QueryRequest limited = query.limit(limit).build();
        return DynamoDbFaults.translating(table.name(), () -> client.queryPaginator(limited)
                .items().stream().limit(limit).map(items::toEvent).toList());
    }

    @Override
    public StreamPage streams(Segment segment, Optional<String> after) {
        return scan.page(segment, after);
    }

    @Override
    public long approximateSize() {
        return DynamoDbFaults.translating(table.name(),
                () -> client.describeTable(one -> one.tableName(table.name())).table().itemCount());
    }

    private QueryRequest.Builder query() {
        return QueryRequest.builder().tableName(table.name()).consistentRead(true);
    }
}
