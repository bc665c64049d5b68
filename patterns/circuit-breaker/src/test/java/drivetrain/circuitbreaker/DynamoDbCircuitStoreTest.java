package drivetrain.circuitbreaker;

import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbCircuitStoreTest extends CircuitStoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @BeforeAll
    static void createTable() {
        DYNAMO_DB.client().createTable(table -> table.tableName("circuits")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder().attributeName("circuit")
                        .keyType(KeyType.HASH).build())
                .attributeDefinitions(AttributeDefinition.builder().attributeName("circuit")
                        .attributeType(ScalarAttributeType.S).build()));
    }

    @Override
    CircuitStore store() {
        return new DynamoDbCircuitStore(DYNAMO_DB.client(), "circuits");
    }
}
