package drivetrain.local.streams;

import drivetrain.local.dynamodb.DynamoDb;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.meter.Meter;
import drivetrain.local.sqs.MessageDraft;
import drivetrain.local.sqs.Queues;
import drivetrain.local.streams.Shard.Delivery;
import drivetrain.local.template.QueueMapping;
import drivetrain.local.template.StreamMapping;
import drivetrain.local.template.TableResource;
import drivetrain.states.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** All event source mappings of the application. */
public final class EventSources implements AutoCloseable {
    private final Parts parts;
    private final StreamFaults faults;
    private final List<TableFeed> feeds = new ArrayList<>();
    private final List<QueuePump> pumps = new ArrayList<>();

    /**
     * What mappings connect.
     *
     * @param scheduler
     *            for time, and for tasks that don't block
     * @param reading
     *            runs reads of streams, which block for moments
     * @param timeScale
     *            by how much waits between retries are multiplied; 1 is Lambda's own pace
     * @param seed
     *            of the faults in streams
     * @param meter
     *            counts the requests to queues; reading streams costs nothing
     */
    public record Parts(DynamoDb dynamoDb, Queues queues, FunctionInvoker invoker,
            Scheduler scheduler, Executor reading, double timeScale, long seed, Meter meter) {}

    /** No mappings yet. */
    public EventSources(Parts parts) {
        this.parts = parts;
        faults = new StreamFaults(parts.seed());
    }

    /**
     * Begins to deliver the changes of a table, from the first change on: local tables are always
     * younger than their mappings.
     *
     * @param mappings
     *            of this table; disabled ones deliver nothing
     */
    public void connect(TableResource table, List<StreamMapping> mappings) {
        var enabled = mappings.stream().filter(StreamMapping::enabled).map(this::pump).toList();
        if (!enabled.isEmpty()) {
            var feed = new TableFeed(parts.dynamoDb().stream(table.name()), partitionKey(table),
                    mappings.getFirst().streamArn(), enabled, parts.reading());
            feeds.add(feed);
            parts.dynamoDb().onWrite(table.name(), feed::ring);
            feed.ring();
        }
    }

    /** Begins to deliver the messages of a queue, unless the mapping is disabled. */
    public void connect(QueueMapping mapping) {
        if (mapping.enabled()) {
            var pump = new QueuePump(mapping, parts);
            pumps.add(pump);
            pump.receive();
        }
    }

    /** The switchboard for faults in streams. */
    public StreamFaults faults() {
        return faults;
    }

    /** Delivers nothing more; invocations that run are left alone. */
    @Override
    public void close() {
        feeds.forEach(TableFeed::close);
        pumps.forEach(QueuePump::close);
    }

    private StreamPump pump(StreamMapping mapping) {
        var failed = new FailedBatches(mapping,
                (arn, record) -> parts.queues().ofArn(arn).send(MessageDraft.of(record)));
        return new StreamPump(new Delivery(mapping, parts.invoker(), parts.scheduler(),
                Backoff.scaled(parts.timeScale()), failed), faults);
    }

    private static String partitionKey(TableResource table) {
        for (var key : table.createTable().path("KeySchema")) {
            if (key.path("KeyType").asText().equals("HASH")) {
                return key.path("AttributeName").asText();
            }
        }
        throw new IllegalArgumentException(table.source() + ": no HASH key");
    }
}
