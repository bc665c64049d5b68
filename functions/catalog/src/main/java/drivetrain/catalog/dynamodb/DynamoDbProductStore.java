package drivetrain.catalog.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.catalog.application.Position;
import drivetrain.catalog.application.ProductStore;
import drivetrain.catalog.application.Stamp;
import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Products in a table by SKU, with the index {@code byType} over {@code listedType} and {@code
 * carriesNm}, which holds the active ones with all their attributes. A query's answer is far under
 * DynamoDB's page of 1 MB, as a product takes less than 2 KB and a caller asks for some 200.
 */
public final class DynamoDbProductStore implements ProductStore {
    private static final String INDEX = "byType";

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbProductStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Product> find(Sku sku) {
        Map<String, AttributeValue> found = translating(table,
                () -> client.getItem(get -> get.tableName(table).consistentRead(true)
                        .key(ProductItems.key(sku).attributes())).item());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(ProductItems.product(new Item(found)));
    }

    @Override
    public boolean put(Product product, Stamp stamp) {
        try {
            translating(table, () -> client.putItem(request(product, stamp)));
            return true;
        } catch (ConditionalCheckFailedException writtenMeanwhile) {
            return false;
        }
    }

    @Override
    public List<Product> listed(ProductType type, Optional<Position> after, int limit) {
        Item values = Item.empty().text(":type", type.name());
        return query(query -> query.keyConditionExpression("listedType = :type")
                .expressionAttributeValues(values.attributes()).limit(limit)
                .exclusiveStartKey(after.map(position -> ProductItems.indexKey(position)
                        .attributes()).orElse(null)));
    }

    @Override
    public List<Product> carrying(ProductType type, double torqueNm, int limit) {
        Item values = Item.empty().text(":type", type.name()).with(":torque",
                ProductItems.decimal(torqueNm));
        return query(query -> query
                .keyConditionExpression("listedType = :type AND carriesNm >= :torque")
                .expressionAttributeValues(values.attributes()).limit(limit));
    }

    private List<Product> query(UnaryOperator<QueryRequest.Builder> condition) {
        QueryRequest query = condition.apply(QueryRequest.builder()).tableName(table)
                .indexName(INDEX).build();
        return translating(table, () -> client.query(query)).items().stream()
                .map(item -> ProductItems.product(new Item(item))).toList();
    }

    private PutItemRequest request(Product product, Stamp stamp) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table)
                .item(ProductItems.item(product, stamp).attributes());
        if (product.version() == 1) {
            return put.conditionExpression("attribute_not_exists(sku)").build();
        }
        Item values = Item.empty().number(":before", product.version() - 1);
        return put.conditionExpression("version = :before")
                .expressionAttributeValues(values.attributes()).build();
    }
}
