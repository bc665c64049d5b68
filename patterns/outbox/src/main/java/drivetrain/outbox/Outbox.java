package drivetrain.outbox;

import drivetrain.lambda.AwsClients;
import drivetrain.lambda.Environment;
import drivetrain.lambda.StreamFunction;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a function reads from its environment to publish a table's changes.
 *
 * @param eventBus the bus's name, from {@code EVENT_BUS}
 * @param deadLetterQueue the queue's URL, from {@code DEAD_LETTER_QUEUE}
 */
public record Outbox(String eventBus, String deadLetterQueue) {

    private static Outbox of(Map<String, String> environment) {
        return Environment.read(environment, variables -> new Outbox(variables.text("EVENT_BUS"),
                variables.text("DEAD_LETTER_QUEUE")));
    }

    /** Like {@link #function(Map, EventMapper, String)}. */
    public static StreamFunction function(Map<String, String> environment, OwnedStates states) {
        return function(environment, states, states.key());
    }

    /**
     * A function for a table's stream: publishes what the changes mean, and sets aside those that
     * nobody understands.
     *
     * @param partitionKey the attribute whose value is the aggregate's id
     */
    public static StreamFunction function(Map<String, String> environment, EventMapper mapper,
            String partitionKey) {
        var outbox = of(environment);
        var clients = new AwsClients(environment);
        var bus = new EventBridgeBus(clients.configure(EventBridgeClient.builder()).build(),
                outbox.eventBus());
        var deadLetters = new SqsDeadLetters(() -> clients.configure(SqsClient.builder()).build(),
                outbox.deadLetterQueue(), Clock.systemUTC());
        var publisher = new OutboxPublisher(bus, mapper, partitionKey);
        return StreamFunction.ofBatches(publisher::publish).settingAside(deadLetters);
    }
}
