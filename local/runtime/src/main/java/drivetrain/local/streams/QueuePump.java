package drivetrain.local.streams;

import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import drivetrain.local.sqs.Message;
import drivetrain.local.sqs.Queue;
import drivetrain.local.streams.BatchAnswer.AllFailed;
import drivetrain.local.streams.BatchAnswer.Done;
import drivetrain.local.streams.BatchAnswer.SomeFailed;
import drivetrain.local.streams.BatchAnswer.Throttled;
import drivetrain.local.template.QueueMapping;
import drivetrain.states.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the messages of one queue to one function. What the function handled is deleted; the rest
 * comes back after the queue's visibility timeout, and is given up by the queue.
 */
final class QueuePump {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePump.class);
    private static final Duration LONG = Duration.ofHours(1);
    /** As many batches at a time as Lambda begins with when no limit is given. */
    private static final int DEFAULT_CONCURRENCY = 5;

    private final QueueMapping mapping;
    private final Queue queue;
    private final FunctionInvoker invoker;
    private final Scheduler scheduler;
    private final double timeScale;
    private final Meter meter;
    private final EventFilter filter;
    private final int concurrency;
    private final List<Message> gathered = new ArrayList<>();
    private CompletableFuture<List<Message>> receiving;
    private Scheduler.Timer window = () -> {};
    private int running;
    private boolean closed;

    QueuePump(QueueMapping mapping, EventSources.Parts parts) {
        this.mapping = mapping;
        this.queue = parts.queues().ofArn(mapping.queueArn());
        this.invoker = parts.invoker();
        this.scheduler = parts.scheduler();
        this.timeScale = parts.timeScale();
        this.meter = parts.meter();
        filter = new EventFilter(mapping.filters());
        concurrency = mapping.maximumConcurrency().orElse(DEFAULT_CONCURRENCY);
    }

    /** Waits for messages unless it already does, or the function is busy enough. */
    void receive() {
        CompletableFuture<List<Message>> waiting;
        synchronized (this) {
            if (closed || receiving != null || running >= concurrency) {
                return;
            }
            waiting = queue.receive(mapping.batchSize() - gathered.size(), LONG,
                    queue.resource().visibilityTimeout());
            receiving = waiting;
        }
        var _ = waiting.thenAcceptAsync(this::received, scheduler);
    }

    private void received(List<Message> messages) {
        synchronized (this) {
            receiving = null;
            count("ReceiveMessage");
            var first = gathered.isEmpty();
            messages.stream().filter(this::wanted).forEach(gathered::add);
            if (gathered.size() >= mapping.batchSize() || mapping.window().isZero()) {
                window.cancel();
                startBatch();
            } else if (first && !gathered.isEmpty()) {
                window = scheduler.schedule(mapping.window(), this::windowPassed);
            }
        }
        receive();
    }

    private boolean wanted(Message message) {
        if (filter.isOpen() || filter.passes(QueueEvent
                .forFilter(QueueEvent.of(message, mapping.queueArn())))) {
            return true;
        }
        queue.delete(message.receiptHandle());
        return false;
    }

    private synchronized void windowPassed() {
        startBatch();
    }

    private void startBatch() {
        if (gathered.isEmpty()) {
            return;
        }
        var batch = List.copyOf(gathered);
        gathered.clear();
        running++;
        var payload = Payload.of(batch.stream()
                .map(message -> QueueEvent.of(message, mapping.queueArn()).toString()
                        .getBytes(StandardCharsets.UTF_8))
                .toList());
        var _ = invoker.invoke(mapping.functionName(), payload)
                .whenComplete((result, broken) -> {
                    if (broken == null) {
                        answered(batch, result);
                    } else {
                        LOG.error("{} can't be invoked", mapping.functionName(), broken);
                    }
                    finished();
                });
    }

    private void answered(List<Message> batch, InvocationResult result) {
        var items = batch.stream().map(Message::id).collect(Collectors.toSet());
        var failed = switch (BatchAnswer.of(result, mapping.reportBatchItemFailures(), items)) {
            case Done() -> Set.<String>of();
            case AllFailed(),Throttled() -> items;
            case SomeFailed(var identifiers) -> identifiers;
        };
        if (!failed.containsAll(items)) {
            count("DeleteMessageBatch");
        }
        for (var message : batch) {
            if (failed.contains(message.id())) {
                hasten(message);
            } else {
                queue.delete(message.receiptHandle());
            }
        }
    }

    private void count(String operation) {
        meter.count(new Use("lambda", "sqs", operation, queue.resource().name()), 0);
    }

    /** Scaled time shortens the rest of the visibility timeout, now that nobody works on it. */
    private void hasten(Message message) {
        if (timeScale < 1) {
            var left = Duration.between(scheduler.now(), message.visibleAt());
            queue.changeVisibility(message.receiptHandle(),
                    Duration.ofNanos((long) (Math.max(0, left.toNanos()) * timeScale)));
        }
    }

    private void finished() {
        synchronized (this) {
            running--;
        }
        receive();
    }

    void close() {
        synchronized (this) {
            closed = true;
            if (receiving != null) {
                receiving.cancel(false);
            }
        }
    }
}
