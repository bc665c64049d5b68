package drivetrain.catalog.dynamodb;

import drivetrain.catalog.application.AvailabilityStore;
import drivetrain.catalog.application.ProductStore;
import drivetrain.catalog.application.StoreContract;
import drivetrain.testing.DynamoDbLocal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The DynamoDB adapters keep the promises that the fakes keep. */
class DynamoDbCatalogTest extends StoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Override
    protected ProductStore products() {
        String name = "products-" + UUID.randomUUID();
        DYNAMO_DB.client().createTable(bySku(name, attribute("listedType", ScalarAttributeType.S),
                attribute("carriesNm", ScalarAttributeType.N)).globalSecondaryIndexes(byType())
                .build());
        return new DynamoDbProductStore(DYNAMO_DB.client(), name);
    }

    @Override
    protected AvailabilityStore availabilities() {
        String name = "availability-" + UUID.randomUUID();
        DYNAMO_DB.client().createTable(bySku(name).build());
        return new DynamoDbAvailabilityStore(DYNAMO_DB.client(), name);
    }

    private static CreateTableRequest.Builder bySku(String name, AttributeDefinition... others) {
        return CreateTableRequest.builder().tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST).keySchema(key("sku", KeyType.HASH))
                .attributeDefinitions(
                        Stream.concat(Stream.of(attribute("sku", ScalarAttributeType.S)),
                                Stream.of(others)).toList());
    }

    private static GlobalSecondaryIndex byType() {
        return GlobalSecondaryIndex.builder().indexName("byType")
                .keySchema(List.of(key("listedType", KeyType.HASH),
                        key("carriesNm", KeyType.RANGE)))
                .projection(projection -> projection.projectionType(ProjectionType.ALL)).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }
}
