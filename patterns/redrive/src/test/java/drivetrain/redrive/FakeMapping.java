package drivetrain.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Lambda's event source mapping, as its developer guide describes it: delivers a batch until it is
 * handled, from the first record that is reported as failed; splits a batch that fails as a whole;
 * gives up what is too old, and keeps its place in the stream.
 */
final class FakeMapping {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VirtualTime time;
    private final FakeFunctions functions;
    private final FakeQueues queues;
    private final Random random;
    private final Target target;

    /**
     * Where batches go.
     *
     * @param onFailure the queue for batches that are given up
     * @param oldestMillis from when on a batch is given up
     * @param crashes how likely it is that the function dies, before or after its work
     */
    record Target(String functionArn, String onFailure, long oldestMillis, double crashes) {}

    FakeMapping(VirtualTime time, FakeFunctions functions, FakeQueues queues, Random random,
            Target target) {
        this.time = time;
        this.functions = functions;
        this.queues = queues;
        this.random = random;
        this.target = target;
    }

    /** Delivers batches one after the other. */
    void deliver(List<Record> records) {
        if (records.isEmpty()) {
            return;
        }
        int size = Math.min(records.size(), random.nextInt(1, 9));
        var rest = records.subList(size, records.size());
        attempt(records.subList(0, size), time.nowMillis(), 0, () -> deliver(rest));
    }

    private void attempt(List<Record> batch, long sinceMillis, int failures, Runnable then) {
        if (time.nowMillis() - sinceMillis > target.oldestMillis()) {
            giveUp(batch);
            then.run();
            return;
        }
        int first = firstFailure(batch);
        if (first == batch.size()) {
            then.run();
            return;
        }
        long wait = Math.min(60_000, 100L << Math.min(failures, 20));
        if (first == 0 && batch.size() > 1) {
            int middle = batch.size() / 2;
            Runnable second = () -> attempt(batch.subList(middle, batch.size()), sinceMillis, 0,
                    then);
            time.after(wait, () -> attempt(batch.subList(0, middle), sinceMillis, failures + 1,
                    second));
        } else {
            time.after(wait, () -> attempt(batch.subList(first, batch.size()), sinceMillis,
                    failures + 1, then));
        }
    }

    private int firstFailure(List<Record> batch) {
        if (random.nextDouble() < target.crashes()) {
            return 0;
        }
        var answer = functions.call(target.functionArn(), payload(batch));
        if (random.nextDouble() < target.crashes()) {
            return 0;
        }
        int first = 0;
        while (first < batch.size() && !answer
                .contains('"' + batch.get(first).dynamodb().sequenceNumber() + '"')) {
            first++;
        }
        return first;
    }

    /** Names the range that holds the batch, since this stream may be out of order. */
    private void giveUp(List<Record> batch) {
        var numbers = batch.stream().map(record -> record.dynamodb().sequenceNumber()).sorted()
                .toList();
        queues.send(target.onFailure(), """
                {"requestContext":{"functionArn":"%s","condition":"RecordAgeExceeded"},
                "version":"1.0","DDBStreamBatchInfo":{"shardId":"%s","startSequenceNumber":"%s",
                "endSequenceNumber":"%s","batchSize":%d,"streamArn":"%s"}}
                """.formatted(target.functionArn(), FakeStream.SHARD,
                numbers.getFirst(), numbers.getLast(), batch.size(), FakeStream.ARN),
                Map.of());
    }

    private static String payload(List<Record> batch) {
        var records = JSON.createArrayNode();
        for (var record : batch) {
            try {
                records.add(JSON.readTree(StreamRecords.batch(record)).path("Records").get(0));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return JSON.createObjectNode().set("Records", records).toString();
    }
}
