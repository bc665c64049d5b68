package drivetrain.acceptance;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables of a stack, by their logical ids. */
public final class Tables {
    private final Aws aws;
    private final DynamoDbClient client;

    Tables(Aws aws) {
        this.aws = aws;
        this.client = aws.dynamoDb();
    }

    /** An item; empty if there is none. */
    public Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return client.getItem(request -> request.tableName(nameOf(table)).key(key)
                .consistentRead(true)).item();
    }

    /** The items of one partition. */
    public List<Map<String, AttributeValue>> items(String table, String key, String value) {
        return client.queryPaginator(request -> request.tableName(nameOf(table))
                .keyConditionExpression("#key = :value").consistentRead(true)
                .expressionAttributeNames(Map.of("#key", key))
                .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))))
                .items().stream().toList();
    }

    /** Every item of a table. */
    public List<Map<String, AttributeValue>> all(String table) {
        return client.scanPaginator(
                request -> request.tableName(nameOf(table)).consistentRead(true)).items().stream()
                .toList();
    }

    /** Writes an item, whatever was there. */
    public void put(String table, Map<String, AttributeValue> item) {
        client.putItem(request -> request.tableName(nameOf(table)).item(item));
    }

    /** Removes an item. */
    public void remove(String table, Map<String, AttributeValue> key) {
        client.deleteItem(request -> request.tableName(nameOf(table)).key(key));
    }

    /** Everything in every table, in a form that can be compared. */
    public SortedMap<String, List<String>> contents() {
        SortedMap<String, List<String>> contents = new TreeMap<>();
        aws.tables().forEach(name -> contents.put(name,
                client.scanPaginator(request -> request.tableName(name).consistentRead(true))
                        .items().stream().map(item -> new TreeMap<>(item).toString()).sorted()
                        .toList()));
        return contents;
    }

    /** The name of a table. */
    public String nameOf(String logicalId) {
        return aws.table(logicalId);
    }
}
