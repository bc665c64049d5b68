package drivetrain.idempotency;

import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbIdempotentCallsTest extends IdempotentCallsContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @BeforeAll
    static void createTable() {
        Tables.create(DYNAMO_DB.client(), "calls", KeyTable.KEY);
    }

    @Override
    IdempotentCalls calls() {
        return new DynamoDbIdempotentCalls(DYNAMO_DB.client(), "calls", LEASE, KEY_LIFE, ids,
                clock);
    }
}
