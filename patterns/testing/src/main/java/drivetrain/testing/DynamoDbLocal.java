package drivetrain.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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
}
