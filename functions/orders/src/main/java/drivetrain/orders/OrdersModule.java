package drivetrain.orders;

import dagger.Module;
import dagger.Provides;
import drivetrain.eventstore.DynamoDbEventStore;
import drivetrain.eventstore.DynamoDbSnapshotStore;
import drivetrain.eventstore.EventTable;
import drivetrain.idempotency.KeyTable;
import drivetrain.kernel.IdGenerator;
import drivetrain.kernel.UuidV7;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.StreamFunction;
import drivetrain.orders.application.CancellationWorkflow;
import drivetrain.orders.application.CheckoutWorkflow;
import drivetrain.orders.application.InterventionStore;
import drivetrain.orders.application.OrderStore;
import drivetrain.orders.application.PlaceOrder;
import drivetrain.orders.application.PriceStore;
import drivetrain.orders.application.ViewStore;
import drivetrain.orders.dynamodb.DynamoDbInterventionStore;
import drivetrain.orders.dynamodb.DynamoDbPlacementStore;
import drivetrain.orders.dynamodb.DynamoDbPriceStore;
import drivetrain.orders.dynamodb.DynamoDbViewStore;
import drivetrain.orders.dynamodb.EventSourcedOrderStore;
import drivetrain.orders.dynamodb.ReplayedOrderViews;
import drivetrain.orders.events.OrderEventMapper;
import drivetrain.orders.stepfunctions.StepFunctionsCancellation;
import drivetrain.orders.stepfunctions.StepFunctionsCheckout;
import drivetrain.outbox.Outbox;
import drivetrain.projection.DynamoDbProjectionStates;
import drivetrain.projection.GenerationTable;
import drivetrain.projection.KnownGenerations;
import drivetrain.projection.ViewRebuild;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

@Module
final class OrdersModule {
    private static final String KEY = OrderEventMapper.PARTITION_KEY;

    private static final String VIEWS = "order-views";
    /** A third of what the template gives the functions of a rebuild. */
    private static final Duration REBUILD_BUDGET = Duration.ofSeconds(20);

    private OrdersModule() {}

    /** In milliseconds, which is what the log keeps. */
    @Provides
    static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Provides
    static IdGenerator ids(Clock clock) {
        return new UuidV7(clock, new SecureRandom());
    }

    @Provides
    static DynamoDbClient dynamoDb(Map<String, String> environment) {
        return new AwsClients(environment).dynamoDb();
    }

    @Provides
    static PlaceOrder placeOrder(Map<String, String> environment, DynamoDbClient client,
            IdGenerator ids, Clock clock) {
        var config = OrdersConfig.Placing.of(environment);
        var events = new DynamoDbEventStore(client, new EventTable(config.eventsTable(), KEY));
        var keys = new KeyTable(client, config.keysTable());
        return new PlaceOrder(new DynamoDbPlacementStore(events, keys),
                new DynamoDbPriceStore(client, config.pricesTable()), ids, clock);
    }

    @Provides
    static OrderStore orders(Map<String, String> environment, DynamoDbClient client) {
        var config = OrdersConfig.Deciding.of(environment);
        return new EventSourcedOrderStore(
                new DynamoDbEventStore(client, new EventTable(config.eventsTable(), KEY)),
                new DynamoDbSnapshotStore(client, config.snapshotsTable(), KEY));
    }

    @Provides
    static ViewStore views(Map<String, String> environment, DynamoDbClient client, Clock clock) {
        var config = OrdersConfig.Viewing.of(environment);
        var states = new DynamoDbProjectionStates(client, config.projectionsTable(), VIEWS);
        return new DynamoDbViewStore(client, config.viewsTable(),
                new KnownGenerations(states, clock));
    }

    @Provides
    static ViewRebuild viewRebuild(Map<String, String> environment, DynamoDbClient client,
            Clock clock) {
        var config = OrdersConfig.Rebuilding.of(environment);
        var events = new DynamoDbEventStore(client, new EventTable(config.eventsTable(), KEY));
        var states = new DynamoDbProjectionStates(client, config.projectionsTable(), VIEWS);
        var views = new GenerationTable(client, config.viewsTable(), KEY,
                new KnownGenerations(states, clock));
        return new ViewRebuild(events, new ReplayedOrderViews(events), views, states, clock,
                REBUILD_BUDGET);
    }

    @Provides
    static PriceStore prices(Map<String, String> environment, DynamoDbClient client) {
        return new DynamoDbPriceStore(client, OrdersConfig.Pricing.of(environment).pricesTable());
    }

    @Provides
    static InterventionStore interventions(Map<String, String> environment,
            DynamoDbClient client) {
        var config = OrdersConfig.Intervening.of(environment);
        return new DynamoDbInterventionStore(client, config.interventionsTable(),
                config.viewsTable());
    }

    @Provides
    static SfnClient stepFunctions(Map<String, String> environment) {
        return new AwsClients(environment).configure(SfnClient.builder()).build();
    }

    @Provides
    static CheckoutWorkflow checkout(Map<String, String> environment, SfnClient client) {
        return new StepFunctionsCheckout(client,
                OrdersConfig.CheckingOut.of(environment).workflowArn());
    }

    @Provides
    static CancellationWorkflow cancellation(Map<String, String> environment, SfnClient client) {
        return new StepFunctionsCancellation(client,
                OrdersConfig.Cancelling.of(environment).workflowArn());
    }

    @Provides
    static StreamFunction publisher(Map<String, String> environment) {
        return Outbox.function(environment, new OrderEventMapper(), KEY);
    }
}
