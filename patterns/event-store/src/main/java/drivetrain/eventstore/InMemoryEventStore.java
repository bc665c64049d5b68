package drivetrain.eventstore;

import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.AppendOutcome.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A log in memory, for tests: it keeps the whole contract, companions included. Thread-safe. */
public final class InMemoryEventStore implements EventStore {
    private record CompanionKey(String table, AttributeValue key) {}

    private final Map<String, List<StoredEvent>> streams = new HashMap<>();
    private final Map<CompanionKey, Map<String, AttributeValue>> companionItems = new HashMap<>();

    @Override
    public synchronized AppendOutcome append(String streamId, long expectedVersion,
            List<NewEvent> events, List<Companion> companions) {
        EventStore.requireAppendable(expectedVersion, events, companions);
        List<StoredEvent> stream = streams.getOrDefault(streamId, List.of());
        if (stream.size() < expectedVersion) {
            throw new IllegalArgumentException(streamId + " never had " + expectedVersion);
        }
        boolean taken = stream.size() > expectedVersion;
        List<Refusal> refusals = refusals(companions);
        if (taken || !refusals.isEmpty()) {
            return new Conflict(taken, refusals);
        }
        companions.forEach(companion -> companionItems.put(key(companion), companion.item()));
        return new Appended(write(streamId, expectedVersion, events));
    }

    private List<Refusal> refusals(List<Companion> companions) {
        List<Refusal> refusals = new ArrayList<>();
        for (Companion companion : companions) {
            Map<String, AttributeValue> existing = companionItems.get(key(companion));
            if (existing != null && companion.expiry().stream()
                    .noneMatch(expiry -> expiry.hasPassed(existing))) {
                refusals.add(new Refusal(companion, existing));
            }
        }
        return refusals;
    }

    private long write(String streamId, long expectedVersion, List<NewEvent> events) {
        List<StoredEvent> stream = streams.computeIfAbsent(streamId, _ -> new ArrayList<>());
        long version = expectedVersion;
        for (NewEvent event : events) {
            version++;
            stream.add(StoredEvent.of(streamId, version, event));
        }
        return version;
    }

    @Override
    public synchronized List<StoredEvent> read(String streamId, long afterVersion,
            long upToVersion) {
        return streams.getOrDefault(streamId, List.of()).stream()
                .filter(event -> event.version() > afterVersion && event.version() <= upToVersion)
                .toList();
    }

    @Override
    public synchronized List<StoredEvent> tail(String streamId, int limit) {
        List<StoredEvent> stream = streams.getOrDefault(streamId, List.of());
        return List.copyOf(stream.subList(Math.max(0, stream.size() - limit), stream.size()));
    }

    /** The item that an append put into a companion's table, if any did. */
    public synchronized Optional<Map<String, AttributeValue>> companion(String table,
            AttributeValue key) {
        return Optional.ofNullable(companionItems.get(new CompanionKey(table, key)));
    }

    private static CompanionKey key(Companion companion) {
        return new CompanionKey(companion.table(), companion.item().get(companion.keyAttribute()));
    }
}
