package drivetrain.eventstore;

import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbSnapshotStoreTest extends SnapshotStoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String table = DYNAMO_DB.table("accountId");

    @Override
    SnapshotStore store() {
        return new DynamoDbSnapshotStore(DYNAMO_DB.client(), table, "accountId");
    }
}
