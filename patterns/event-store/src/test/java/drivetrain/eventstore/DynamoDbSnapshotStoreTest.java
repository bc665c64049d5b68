package drivetrain.eventstore;

import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbSnapshotStoreTest extends SnapshotStoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @BeforeAll
    static void createTable() {
        Tables.keyed(DYNAMO_DB.client(), "snapshots", "accountId");
    }

    @Override
    SnapshotStore store() {
        return new DynamoDbSnapshotStore(DYNAMO_DB.client(), "snapshots", "accountId");
    }
}
