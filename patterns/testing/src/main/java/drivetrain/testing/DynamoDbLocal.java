package drivetrain.testing;

import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local inside the test's JVM, in memory, one for each test class: register it as a static
 * field with {@code @RegisterExtension}, create tables through {@link #client()}.
 */
public final class DynamoDbLocal implements BeforeAllCallback, AfterAllCallback {
    private AmazonDynamoDBLocal local;

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean withoutTelemetry = true;
        local = DynamoDBEmbedded.create(withoutTelemetry);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        local.shutdown();
    }

    /** A client of this instance; it needs neither a port nor credentials. */
    public DynamoDbClient client() {
        return local.dynamoDbClient();
    }

    /** The name of a new, empty table with this partition key, which is text. */
    public String table(String partitionKey) {
        String name = "table-" + UUID.randomUUID();
        var key = KeySchemaElement.builder().attributeName(partitionKey).keyType(KeyType.HASH)
                .build();
        var attribute = AttributeDefinition.builder().attributeName(partitionKey)
                .attributeType(ScalarAttributeType.S).build();
        client().createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST).keySchema(key)
                .attributeDefinitions(attribute));
        return name;
    }
}
