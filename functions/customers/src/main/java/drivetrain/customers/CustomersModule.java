package drivetrain.customers;

import dagger.Module;
import dagger.Provides;
import drivetrain.customers.application.GetProfile;
import drivetrain.customers.application.ProfileStore;
import drivetrain.customers.application.PutProfile;
import drivetrain.customers.dynamodb.DynamoDbProfileStore;
import drivetrain.customers.events.CustomerEvents;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.Outbox;
import java.time.Clock;
import java.util.Map;

/** Binds the ports of customers to their adapters. */
@Module
final class CustomersModule {
    private CustomersModule() {}

    @Provides
    static ProfileStore profiles(Map<String, String> environment) {
        var config = CustomersConfig.Keeping.of(environment);
        return new DynamoDbProfileStore(new AwsClients(environment).dynamoDb(),
                config.profilesTable());
    }

    @Provides
    static GetProfile getProfile(ProfileStore profiles) {
        return new GetProfile(profiles);
    }

    @Provides
    static PutProfile putProfile(ProfileStore profiles) {
        return new PutProfile(profiles, Clock.systemUTC());
    }

    @Provides
    static StreamFunction publisher(Map<String, String> environment) {
        return Outbox.function(environment, CustomerEvents.mapper());
    }
}
