package drivetrain.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A table as a template declares it: its key and its indexes. Key attributes are text but for those
 * that are said to be numbers. Immutable.
 */
public final class TestTable {
    private final List<String> key;
    private final Set<String> attributes;
    private final Set<String> numbers;
    private final List<GlobalSecondaryIndex> indexes;

    private TestTable(List<String> key, Set<String> attributes, Set<String> numbers,
            List<GlobalSecondaryIndex> indexes) {
        this.key = key;
        this.attributes = attributes;
        this.numbers = numbers;
        this.indexes = indexes;
    }

    /**
     * A table without indexes.
     *
     * @param key the partition key and, if there is one, the sort key
     */
    public static TestTable keyedBy(String... key) {
        return new TestTable(List.of(key), Set.of(key), Set.of(), List.of());
    }

    /** The same table, with key attributes that are numbers. */
    public TestTable numbers(String... names) {
        return new TestTable(key, attributes, Set.of(names), indexes);
    }

    /** The same table with one more global index, which shows what the projection says. */
    public TestTable index(String name, ProjectionType projection, String... indexKey) {
        var index = GlobalSecondaryIndex.builder().indexName(name)
                .keySchema(schema(List.of(indexKey)))
                .projection(shown -> shown.projectionType(projection)).build();
        return new TestTable(key, union(attributes, List.of(indexKey)), numbers,
                Stream.concat(indexes.stream(), Stream.of(index)).toList());
    }

    /** Makes it, empty, under a name that isn't taken. */
    public void createIn(DynamoDbClient client, String name) {
        var request = CreateTableRequest.builder().tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST).keySchema(schema(key))
                .attributeDefinitions(attributes.stream().map(this::definition).toList());
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes);
        }
        client.createTable(request.build());
    }

    private AttributeDefinition definition(String attribute) {
        return AttributeDefinition.builder().attributeName(attribute)
                .attributeType(numbers.contains(attribute)
                        ? ScalarAttributeType.N
                        : ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> schema(List<String> names) {
        List<KeySchemaElement> elements = new ArrayList<>();
        for (String name : names) {
            elements.add(KeySchemaElement.builder().attributeName(name)
                    .keyType(elements.isEmpty() ? KeyType.HASH : KeyType.RANGE).build());
        }
        return elements;
    }

    private static Set<String> union(Set<String> some, List<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
