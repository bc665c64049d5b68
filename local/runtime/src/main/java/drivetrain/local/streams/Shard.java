package drivetrain.local.streams;

import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.streams.BatchAnswer.AllFailed;
import drivetrain.local.streams.BatchAnswer.Done;
import drivetrain.local.streams.BatchAnswer.SomeFailed;
import drivetrain.local.streams.BatchAnswer.Throttled;
import drivetrain.local.template.StreamMapping;
import drivetrain.states.time.Scheduler;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shard of a stream on its way to one function: delivers its changes in order, one batch at a
 * time, and stays with a batch until it is handled or given up.
 *
 * <p>A batch that is split in two doesn't use up an attempt; neither does a busy function. When a
 * report shows progress, attempts count anew from the first record that failed.
 */
final class Shard {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    private record Batch(List<Change> changes, int attempts) {
        Batch from(int index, int newAttempts) {
            return new Batch(changes.subList(index, changes.size()), newAttempts);
        }
    }

    /** What the shards of one mapping share. */
    record Delivery(StreamMapping mapping, FunctionInvoker invoker, Scheduler scheduler,
            Backoff backoff, FailedBatches failed) {}

    private final String id;
    private final Delivery delivery;
    private final StreamMapping mapping;
    private final Deque<Change> waiting = new ArrayDeque<>();
    private final Deque<Batch> work = new ArrayDeque<>();
    private Scheduler.Timer window = () -> {};
    private boolean busy;
    private boolean gathering;
    private int failuresInARow;
    private volatile boolean closed;

    Shard(String id, Delivery delivery) {
        this.id = id;
        this.delivery = delivery;
        mapping = delivery.mapping();
    }

    synchronized void add(List<Change> changes) {
        waiting.addAll(changes);
        if (!busy) {
            busy = true;
            gather();
        } else if (gathering && waiting.size() >= mapping.batchSize()) {
            window.cancel();
            startBatch();
        }
    }

    void close() {
        closed = true;
    }

    private void gather() {
        if (mapping.window().isZero() || waiting.size() >= mapping.batchSize()) {
            startBatch();
        } else {
            gathering = true;
            window = delivery.scheduler().schedule(mapping.window(), this::windowPassed);
        }
    }

    private synchronized void windowPassed() {
        if (gathering) {
            startBatch();
        }
    }

    private void startBatch() {
        gathering = false;
        var changes = new ArrayList<Change>();
        var bytes = 0L;
        while (!waiting.isEmpty() && changes.size() < mapping.batchSize()
                && bytes + waiting.peek().json().length < Payload.LIMIT_BYTES) {
            bytes += waiting.peek().json().length + 1;
            changes.add(waiting.poll());
        }
        work.push(new Batch(changes, 0));
        delivery.scheduler().execute(this::deliver);
    }

    private void deliver() {
        Batch batch;
        synchronized (this) {
            if (closed) {
                return;
            }
            batch = withoutExpired(work.pop());
        }
        if (batch.changes().isEmpty()) {
            next();
            return;
        }
        var payload = Payload.of(batch.changes().stream().map(Change::json).toList());
        var _ = delivery.invoker().invoke(mapping.functionName(), payload)
                .whenComplete((result, broken) -> {
                    if (broken == null) {
                        answered(batch, result);
                    } else if (!closed) {
                        LOG.error("{} can't be invoked", mapping.functionName(), broken);
                        retry(batch);
                    }
                });
    }

    private Batch withoutExpired(Batch batch) {
        var oldest = mapping.maximumRecordAge().map(age -> now().minus(age)).orElse(Instant.MIN);
        int expired = 0;
        while (expired < batch.changes().size()
                && batch.changes().get(expired).at().isBefore(oldest)) {
            expired++;
        }
        if (expired == 0) {
            return batch;
        }
        giveUp(batch.changes().subList(0, expired), FailedBatches.TOO_OLD, batch.attempts(),
                Optional.empty());
        return batch.from(expired, batch.attempts());
    }

    private void answered(Batch batch, InvocationResult result) {
        var items = new HashSet<String>();
        batch.changes().forEach(change -> items.add(change.sequenceNumber()));
        switch (BatchAnswer.of(result, mapping.reportBatchItemFailures(), items)) {
            case Done() -> {
                failuresInARow = 0;
                next();
            }
            case Throttled() -> retry(batch);
            case AllFailed() -> failed(batch, 0, result);
            case SomeFailed(var identifiers) -> failed(batch, first(batch, identifiers::contains),
                    result);
        }
    }

    private static int first(Batch batch, Predicate<String> failed) {
        int index = 0;
        while (!failed.test(batch.changes().get(index).sequenceNumber())) {
            index++;
        }
        return index;
    }

    /** A batch of which everything before the index was handled. */
    private void failed(Batch batch, int index, InvocationResult result) {
        var rest = batch.from(index, index > 0 ? 1 : batch.attempts() + 1);
        if (index == 0 && mapping.bisectBatchOnError() && batch.changes().size() > 1) {
            bisect(batch);
        } else if (mapping.maximumRetryAttempts().isPresent()
                && rest.attempts() > mapping.maximumRetryAttempts().getAsInt()) {
            giveUp(rest.changes(), FailedBatches.EXHAUSTED, rest.attempts(), Optional.of(result));
            failuresInARow = 0;
            next();
        } else {
            retry(rest);
        }
    }

    private void bisect(Batch batch) {
        int middle = batch.changes().size() / 2;
        synchronized (this) {
            work.push(batch.from(middle, batch.attempts()));
        }
        retry(new Batch(batch.changes().subList(0, middle), batch.attempts()));
    }

    private void retry(Batch batch) {
        failuresInARow++;
        synchronized (this) {
            work.push(batch);
        }
        delivery.scheduler().schedule(delivery.backoff().after(failuresInARow), this::deliver);
    }

    private synchronized void next() {
        if (!work.isEmpty()) {
            delivery.scheduler().execute(this::deliver);
        } else if (waiting.isEmpty()) {
            busy = false;
        } else {
            gather();
        }
    }

    private void giveUp(List<Change> changes, String condition, int invocations,
            Optional<InvocationResult> last) {
        LOG.warn("{} gives up {} records of {} from {} on: {}", mapping.functionName(),
                changes.size(), mapping.tableName(), changes.getFirst().sequenceNumber(),
                condition);
        delivery.failed().giveUp(changes, id, condition, invocations, last, now());
    }

    private Instant now() {
        return delivery.scheduler().now();
    }
}
