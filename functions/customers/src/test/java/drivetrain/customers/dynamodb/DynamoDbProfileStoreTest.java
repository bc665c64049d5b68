package drivetrain.customers.dynamodb;

import drivetrain.customers.application.ProfileStore;
import drivetrain.customers.application.StoreContract;
import drivetrain.testing.DynamoDbLocal;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The DynamoDB adapter keeps the promises that the fake keeps. */
class DynamoDbProfileStoreTest extends StoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Override
    protected ProfileStore profiles() {
        String name = "profiles-" + UUID.randomUUID();
        DYNAMO_DB.client()
                .createTable(table -> table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(KeySchemaElement.builder().attributeName("customerId")
                                .keyType(KeyType.HASH).build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("customerId").attributeType(ScalarAttributeType.S)
                                .build()));
        return new DynamoDbProfileStore(DYNAMO_DB.client(), name);
    }
}
