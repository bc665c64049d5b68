package drivetrain.circuitbreaker;

import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbCircuitStoreTest extends CircuitStoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String table = DYNAMO_DB.table("circuit");

    @Override
    CircuitStore store() {
        return new DynamoDbCircuitStore(DYNAMO_DB.client(), table);
    }
}
