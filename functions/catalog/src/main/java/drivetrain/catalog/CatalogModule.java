package drivetrain.catalog;

import dagger.Module;
import dagger.Provides;
import drivetrain.catalog.application.AvailabilityStore;
import drivetrain.catalog.application.GetProduct;
import drivetrain.catalog.application.ListProducts;
import drivetrain.catalog.application.PutProduct;
import drivetrain.catalog.application.RecommendProducts;
import drivetrain.catalog.application.ReconcileAvailability;
import drivetrain.catalog.application.TrackAvailability;
import drivetrain.catalog.dynamodb.DynamoDbAvailabilityStore;
import drivetrain.catalog.dynamodb.DynamoDbProductStore;
import drivetrain.catalog.events.ProductEvents;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.Outbox;
import drivetrain.outbox.Restatement;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Module
final class CatalogModule {
    private CatalogModule() {}

    @Provides
    static DynamoDbClient dynamoDb(Map<String, String> environment) {
        return new AwsClients(environment).dynamoDb();
    }

    @Provides
    static CatalogConfig.Showing showing(Map<String, String> environment) {
        return CatalogConfig.Showing.of(environment);
    }

    @Provides
    static GetProduct getProduct(CatalogConfig.Showing config, DynamoDbClient client) {
        return new GetProduct(new DynamoDbProductStore(client, config.productsTable()),
                new DynamoDbAvailabilityStore(client, config.availabilityTable()));
    }

    @Provides
    static ListProducts listProducts(CatalogConfig.Showing config, DynamoDbClient client) {
        return new ListProducts(new DynamoDbProductStore(client, config.productsTable()),
                new DynamoDbAvailabilityStore(client, config.availabilityTable()));
    }

    @Provides
    static RecommendProducts recommendProducts(CatalogConfig.Showing config,
            DynamoDbClient client) {
        return new RecommendProducts(new DynamoDbProductStore(client, config.productsTable()),
                new DynamoDbAvailabilityStore(client, config.availabilityTable()));
    }

    @Provides
    static PutProduct putProduct(Map<String, String> environment, DynamoDbClient client) {
        var config = CatalogConfig.Writing.of(environment);
        return new PutProduct(new DynamoDbProductStore(client, config.productsTable()),
                Clock.systemUTC());
    }

    @Provides
    static TrackAvailability trackAvailability(AvailabilityStore availabilities) {
        return new TrackAvailability(availabilities);
    }

    @Provides
    static ReconcileAvailability reconcileAvailability(AvailabilityStore availabilities) {
        return new ReconcileAvailability(availabilities);
    }

    /** For functions that keep the copy. */
    @Provides
    static AvailabilityStore availabilities(Map<String, String> environment,
            DynamoDbClient client) {
        return new DynamoDbAvailabilityStore(client,
                CatalogConfig.Tracking.of(environment).availabilityTable());
    }

    @Provides
    static StreamFunction publisher(Map<String, String> environment) {
        return Outbox.function(environment, ProductEvents.mapper());
    }

    @Provides
    static Restatement restatement(Map<String, String> environment) {
        return Restatement.of(environment, "PRODUCTS_TABLE", ProductEvents.restated());
    }
}
