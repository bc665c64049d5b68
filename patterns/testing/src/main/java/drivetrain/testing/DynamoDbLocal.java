package drivetrain.testing;

import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local inside the test's JVM, in memory, one for each test class: register it as a static
 * field with {@code @RegisterExtension}, create tables with {@link #table}.
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
        return table(TestTable.keyedBy(partitionKey));
    }

    /** The name of a new, empty table of this form. */
    public String table(TestTable form) {
        String name = "table-" + UUID.randomUUID();
        form.createIn(client(), name);
        return name;
    }
}
