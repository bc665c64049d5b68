package drivetrain.projection;

import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbProjectionStatesTest extends ProjectionStatesContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Override
    ProjectionStates fresh() {
        return new DynamoDbProjectionStates(DYNAMO_DB.client(),
                DYNAMO_DB.table("projection"), "views");
    }
}
