package drivetrain.projection;

import drivetrain.dynamodb.Item;
import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.NewEvent;
import drivetrain.eventstore.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counters, each the sum of its log's amounts; a view shows the sum and when it changed last. */
final class Counters {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final EventStore log;

    Counters(EventStore log) {
        this.log = log;
    }

    /** Adds to a counter, and answers its version. */
    long add(String id, int amount) {
        List<StoredEvent> tail = log.tail(id, 1);
        long version = tail.isEmpty() ? 0 : tail.getLast().version();
        NewEvent event = new NewEvent("Added", 1, NOW.plusSeconds(version), "c-1", "" + amount);
        if (log.append(id, version, List.of(event)) instanceof Appended(long reached)) {
            return reached;
        }
        throw new IllegalStateException("nobody else appends to " + id);
    }

    /** The latest view. */
    Optional<View> view(String id) {
        return viewAt(id, Long.MAX_VALUE);
    }

    /** The view at a version: what a projection must show there. */
    Optional<View> viewAt(String id, long version) {
        List<StoredEvent> events = log.read(id, 0, version);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(events.size(),
                        Item.empty().text("owner", "owner of " + id), content(events)));
    }

    private static Item content(List<StoredEvent> events) {
        return Item.empty()
                .number("sum", events.stream().mapToLong(one -> Long.parseLong(one.data())).sum())
                .instant("changedAt", events.getLast().occurredAt());
    }
}
