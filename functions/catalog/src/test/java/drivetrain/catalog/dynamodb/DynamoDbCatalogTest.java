package drivetrain.catalog.dynamodb;

import drivetrain.catalog.application.AvailabilityStore;
import drivetrain.catalog.application.ProductStore;
import drivetrain.catalog.application.StoreContract;
import drivetrain.testing.DynamoDbLocal;
import drivetrain.testing.TestTable;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** The DynamoDB adapters keep the promises that the fakes keep. */
class DynamoDbCatalogTest extends StoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Override
    protected ProductStore products() {
        var table = TestTable.keyedBy("sku").numbers("carriesNm").index("byType",
                ProjectionType.ALL, "listedType", "carriesNm");
        return new DynamoDbProductStore(DYNAMO_DB.client(), DYNAMO_DB.table(table));
    }

    @Override
    protected AvailabilityStore availabilities() {
        return new DynamoDbAvailabilityStore(DYNAMO_DB.client(), DYNAMO_DB.table("sku"));
    }
}
