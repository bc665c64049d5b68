package drivetrain.outbox;

import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.StreamFunction.Failure;
import drivetrain.lambda.StreamRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is still to be sent of one batch, and what has failed. */
final class Batch {
    /** One event of a change, waiting to be sent. */
    record Entry(StreamRecord change, AttributeValue aggregate, OutgoingEvent event) {}

    private final List<StreamRecord> changes = new ArrayList<>();
    private final Map<AttributeValue, Deque<Entry>> waiting = new LinkedHashMap<>();
    private final Map<String, RuntimeException> failed = new HashMap<>();

    /** Adds the events of a change; one that can't be understood fails at once, and alone. */
    void add(StreamRecord change, AttributeValue aggregate, EventMapper mapper) {
        changes.add(change);
        try {
            var events = mapper.events(change);
            events.forEach(Batch::requireSendable);
            events.forEach(event -> queue(aggregate).add(new Entry(change, aggregate, event)));
        } catch (RuntimeException poison) {
            fail(change, poison);
        }
    }

    /** The next entries that may go in one call: the oldest of each aggregate, within limits. */
    List<Entry> nextChunk() {
        List<Entry> chunk = new ArrayList<>();
        int bytes = 0;
        for (var queue : waiting.values()) {
            bytes += queue.element().event().sizeBytes();
            if (chunk.size() == EventBus.MAX_ENTRIES || bytes > EventBus.MAX_BYTES) {
                break;
            }
            chunk.add(queue.remove());
        }
        waiting.values().removeIf(Deque::isEmpty);
        return chunk;
    }

    /** Notes the answer to a chunk. */
    void settle(List<Entry> chunk, List<Optional<Refusal>> answers) {
        if (answers.size() != chunk.size()) {
            throw new IllegalStateException(
                    "the bus answered " + answers.size() + " of " + chunk.size() + " entries");
        }
        for (int i = 0; i < chunk.size(); i++) {
            var entry = chunk.get(i);
            answers.get(i).ifPresent(reason -> refuse(entry, reason));
        }
    }

    /** Gives up on a chunk, and on all that waits. */
    void abandon(List<Entry> chunk, RuntimeException cause) {
        chunk.forEach(entry -> fail(entry.change(), cause));
        waiting.values().forEach(queue -> queue.forEach(entry -> fail(entry.change(), cause)));
        waiting.clear();
    }

    private void refuse(Entry refused, Refusal reason) {
        var what = "the bus didn't take " + refused.event().detailType() + " (" + reason + ")";
        if (reason.isPermanent()) {
            fail(refused.change(), new IllegalArgumentException(what));
            return;
        }
        fail(refused.change(), new DependencyUnavailable(what));
        var later = waiting.remove(refused.aggregate());
        if (later != null) {
            later.forEach(entry -> fail(entry.change(), new DependencyUnavailable(
                    "an earlier event of the same aggregate must be taken first")));
        }
    }

    private Deque<Entry> queue(AttributeValue aggregate) {
        return waiting.computeIfAbsent(aggregate, _ -> new ArrayDeque<>());
    }

    List<Failure> failures() {
        return changes.stream().filter(change -> failed.containsKey(change.sequenceNumber()))
                .map(change -> new Failure(change, failed.get(change.sequenceNumber()))).toList();
    }

    private void fail(StreamRecord change, RuntimeException cause) {
        failed.putIfAbsent(change.sequenceNumber(), cause);
    }

    private static void requireSendable(OutgoingEvent event) {
        if (event.sizeBytes() > EventBus.MAX_BYTES) {
            throw new IllegalArgumentException(
                    event.detailType() + " is too large for the bus: " + event.sizeBytes());
        }
    }
}
