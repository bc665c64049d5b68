package drivetrain.eventstore;

import drivetrain.dynamodb.DynamoDbFaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Finds the streams of a log: a strongly consistent scan for first events, since each stream has
 * exactly one. It pays for every event that it goes through, answered or not.
 */
final class StreamScan {
    /** So many that a page is well under DynamoDB's 1 MB, and handled within seconds. */
    private static final int EVENTS_IN_A_PAGE = 500;
    private static final char SEPARATOR = '/';

    private final DynamoDbClient client;
    private final EventTable table;

    StreamScan(DynamoDbClient client, EventTable table) {
        this.client = client;
        this.table = table;
    }

    StreamPage page(Segment segment, Optional<String> after) {
        ScanRequest.Builder scan = ScanRequest.builder().tableName(table.name())
                .consistentRead(true).segment(segment.index()).totalSegments(segment.of())
                .limit(EVENTS_IN_A_PAGE).filterExpression("#version = :first")
                .projectionExpression("#key")
                .expressionAttributeNames(
                        Map.of("#key", table.keyAttribute(), "#version", EventItems.VERSION))
                .expressionAttributeValues(Map.of(":first", AttributeValue.fromN("1")));
        after.ifPresent(place -> scan.exclusiveStartKey(key(place)));
        ScanResponse found = DynamoDbFaults.translating(table.name(),
                () -> client.scan(scan.build()));
        List<String> ids = found.items().stream()
                .map(item -> item.get(table.keyAttribute()).s()).toList();
        return new StreamPage(ids, found.scannedCount(), found.hasLastEvaluatedKey()
                ? Optional.of(place(found.lastEvaluatedKey()))
                : Optional.empty());
    }

    private String place(Map<String, AttributeValue> key) {
        return key.get(EventItems.VERSION).n() + SEPARATOR + key.get(table.keyAttribute()).s();
    }

    private Map<String, AttributeValue> key(String place) {
        int end = place.indexOf(SEPARATOR);
        return Map.of(EventItems.VERSION, AttributeValue.fromN(place.substring(0, end)),
                table.keyAttribute(), AttributeValue.fromS(place.substring(end + 1)));
    }
}
