package drivetrain.projection;

import drivetrain.testing.DynamoDbLocal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbProjectionStatesTest extends ProjectionStatesContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @BeforeAll
    static void createTable() {
        Tables.keyed(DYNAMO_DB.client(), "projections", "projection");
    }

    @Override
    ProjectionStates fresh() {
        return new DynamoDbProjectionStates(DYNAMO_DB.client(), "projections",
                UUID.randomUUID().toString());
    }
}
