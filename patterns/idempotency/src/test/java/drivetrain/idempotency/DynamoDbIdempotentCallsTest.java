package drivetrain.idempotency;

import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbIdempotentCallsTest extends IdempotentCallsContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String table = DYNAMO_DB.table(KeyTable.KEY);

    @Override
    IdempotentCalls calls() {
        return new DynamoDbIdempotentCalls(DYNAMO_DB.client(), table, LEASE, KEY_LIFE, ids,
                clock);
    }
}
