package drivetrain.circuits.events;

import drivetrain.lambda.Log;
import drivetrain.lambda.StreamFunction.Failure;
import drivetrain.lambda.StreamRecord;
import drivetrain.outbox.EventBus;
import drivetrain.outbox.OutboxPublisher;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Publishes what the stream of the circuits tells, and counts each event as a metric of its name, by
 * circuit, for the alarms.
 */
public final class CircuitPublisher {
    private static final String KEY = "circuit";

    private final OutboxPublisher publisher;

    public CircuitPublisher(EventBus bus) {
        this.publisher = new OutboxPublisher(bus, CircuitEvents::of, KEY);
    }

    /**
     * Publishes the events of a batch.
     *
     * @return the changes that must be delivered again; those aren't counted yet
     */
    public List<Failure> publish(List<StreamRecord> changes, Log log) {
        var failures = publisher.publish(changes);
        var failed = failures.stream().map(Failure::failed).collect(Collectors.toSet());
        changes.stream().filter(change -> !failed.contains(change))
                .forEach(change -> count(change, log));
        return failures;
    }

    private static void count(StreamRecord change, Log log) {
        var dimensions = Map.of(KEY, change.textKey(KEY));
        CircuitEvents.of(change)
                .forEach(event -> log.metric(event.detailType(), "Count", 1, dimensions));
    }
}
