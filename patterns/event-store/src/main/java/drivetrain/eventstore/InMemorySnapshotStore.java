package drivetrain.eventstore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Snapshots in memory, for tests. Thread-safe. */
public final class InMemorySnapshotStore implements SnapshotStore {
    private final Map<String, Snapshot> byStream = new ConcurrentHashMap<>();

    @Override
    public Optional<Snapshot> latest(String streamId) {
        return Optional.ofNullable(byStream.get(streamId));
    }

    @Override
    public void save(Snapshot snapshot) {
        byStream.merge(snapshot.streamId(), snapshot,
                (there, fresh) -> there.version() < fresh.version()
                        || there.schemaVersion() < fresh.schemaVersion() ? fresh : there);
    }
}
