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
import drivetrain.outbox.SqsDeadLetters;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

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
    static StreamFunction publisher(Map<String, String> environment, Clock clock) {
        var config = CircuitsConfig.Bus.of(environment);
        var clients = new AwsClients(environment);
        var client = clients.configure(EventBridgeClient.builder()).build();
        var publisher = new CircuitPublisher(new EventBridgeBus(client, config.name()));
        return StreamFunction.ofBatches(publisher::publish).settingAside(
                new SqsDeadLetters(() -> clients.configure(SqsClient.builder()).build(),
                        config.deadLetterQueue(), clock));
    }
}
