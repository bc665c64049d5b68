package drivetrain.eventstore;

import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.AppendOutcome.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A log in memory, for tests: it keeps the whole contract, companions included. Thread-safe. */
public final class InMemoryEventStore implements EventStore {
    private record CompanionKey(String table, AttributeValue key) {}

    private static final int STREAMS_IN_A_PAGE = 3;

    private final TreeMap<String, List<StoredEvent>> streams = new TreeMap<>();
    private final Map<CompanionKey, Map<String, AttributeValue>> companionItems = new HashMap<>();

    @Override
    public synchronized AppendOutcome append(String streamId, long expectedVersion,
            List<NewEvent> events, List<Companion> companions) {
        AppendLimits.require(streamId, expectedVersion, events, companions);
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
    public synchronized List<StoredEvent> page(String streamId, long afterVersion, int limit) {
        return streams.getOrDefault(streamId, List.of()).stream()
                .filter(event -> event.version() > afterVersion).limit(limit).toList();
    }

    @Override
    public synchronized List<StoredEvent> tail(String streamId, int limit) {
        List<StoredEvent> stream = streams.getOrDefault(streamId, List.of());
        return List.copyOf(stream.subList(Math.max(0, stream.size() - limit), stream.size()));
    }

    @Override
    public synchronized StreamPage streams(Segment segment, Optional<String> after) {
        List<String> found = streams.tailMap(after.orElse(""), false).keySet().stream()
                .filter(id -> Math.floorMod(id.hashCode(), segment.of()) == segment.index())
                .limit(STREAMS_IN_A_PAGE).toList();
        long events = found.stream().mapToLong(id -> streams.get(id).size()).sum();
        return new StreamPage(found, events, found.size() < STREAMS_IN_A_PAGE
                ? Optional.empty()
                : Optional.of(found.getLast()));
    }

    @Override
    public synchronized long approximateSize() {
        return streams.values().stream().mapToLong(List::size).sum();
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
