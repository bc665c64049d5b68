package drivetrain.local.sqs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The messages of one queue: those that can be received, in the order of their sending, and those
 * that are hidden until a time, because they are delayed or in flight. Guarded by the queue's lock.
 */
final class Shelf {
    private static final Comparator<StoredMessage> BY_VISIBILITY = Comparator
            .<StoredMessage, Instant>comparing(message -> message.visibleAt)
            .thenComparingLong(message -> message.sequence);

    private final boolean fifo;
    private final TreeMap<Long, StoredMessage> available = new TreeMap<>();
    private final TreeSet<StoredMessage> hidden = new TreeSet<>(BY_VISIBILITY);
    private final Map<String, StoredMessage> byHandle = new HashMap<>();

    Shelf(boolean fifo) {
        this.fifo = fifo;
    }

    void put(StoredMessage message, Instant now) {
        if (message.visibleAt.isAfter(now)) {
            hidden.add(message);
        } else {
            available.put(message.sequence, message);
        }
    }

    /** Hides a message that was taken, until it becomes visible again. */
    void hide(StoredMessage taken) {
        hidden.add(taken);
        byHandle.put(taken.receiptHandle, taken);
    }

    /** Shows the messages whose time has come. */
    void reveal(Instant now) {
        while (!hidden.isEmpty() && !hidden.getFirst().visibleAt.isAfter(now)) {
            var revealed = hidden.removeFirst();
            available.put(revealed.sequence, revealed);
        }
    }

    Optional<Instant> nextReveal() {
        return hidden.isEmpty() ? Optional.empty() : Optional.of(hidden.getFirst().visibleAt);
    }

    /** Removes up to so many messages that can be received. */
    List<StoredMessage> take(int most) {
        var taken = new ArrayList<StoredMessage>();
        var blocked = fifo ? groupsInFlight() : Set.<String>of();
        for (var messages = available.values().iterator(); messages.hasNext()
                && taken.size() < most;) {
            var message = messages.next();
            if (!blocked.contains(message.draft.groupId().orElse(""))) {
                messages.remove();
                byHandle.remove(message.receiptHandle);
                taken.add(message);
            }
        }
        return taken;
    }

    private Set<String> groupsInFlight() {
        var groups = new HashSet<String>();
        hidden.forEach(message -> groups.add(message.draft.groupId().orElse("")));
        return groups;
    }

    /** The message in flight, or visible again, that was last received with this handle. */
    Optional<StoredMessage> received(String receiptHandle) {
        return Optional.ofNullable(byHandle.get(receiptHandle));
    }

    void remove(StoredMessage message) {
        hidden.remove(message);
        available.remove(message.sequence);
        byHandle.remove(message.receiptHandle);
    }

    /** Moves the time when a message in flight becomes visible; false if it isn't in flight. */
    boolean rehide(StoredMessage message, Instant visibleAt) {
        if (!hidden.remove(message)) {
            return false;
        }
        message.visibleAt = visibleAt;
        hidden.add(message);
        return true;
    }

    void clear() {
        available.clear();
        hidden.clear();
        byHandle.clear();
    }

    QueueCounts counts() {
        var inFlight = (int) hidden.stream()
                .filter(message -> byHandle.containsKey(message.receiptHandle)).count();
        return new QueueCounts(available.size(), inFlight, hidden.size() - inFlight);
    }
}
