package drivetrain.circuits;

import dagger.Module;
import dagger.Provides;
import drivetrain.circuitbreaker.DynamoDbCircuitStore;
import drivetrain.circuits.application.Circuits;
import drivetrain.circuits.dynamodb.BreakerCircuits;
import drivetrain.circuits.events.CircuitPublisher;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.EventBridgeBus;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Binds the ports of the circuits service to their adapters. */
@Module
final class CircuitsModule {
    private CircuitsModule() {}

    @Provides
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Provides
    static Circuits circuits(Map<String, String> environment) {
        var config = CircuitsConfig.Store.of(environment);
        var client = new AwsClients(environment).dynamoDb();
        return new BreakerCircuits(new DynamoDbCircuitStore(client, config.table()),
                config.settings());
    }

    @Provides
    static StreamFunction publisher(Map<String, String> environment) {
        var bus = CircuitsConfig.Bus.of(environment).name();
        var client = new AwsClients(environment).configure(EventBridgeClient.builder()).build();
        var publisher = new CircuitPublisher(new EventBridgeBus(client, bus));
        return StreamFunction.ofBatches(publisher::publish);
    }
}
