package drivetrain.customers.dynamodb;

import drivetrain.customers.application.ProfileStore;
import drivetrain.customers.application.StoreContract;
import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The DynamoDB adapter keeps the promises that the fake keeps. */
class DynamoDbProfileStoreTest extends StoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Override
    protected ProfileStore profiles() {
        return new DynamoDbProfileStore(DYNAMO_DB.client(), DYNAMO_DB.table("customerId"));
    }
}
