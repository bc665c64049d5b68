package drivetrain.eventstore;

import drivetrain.kernel.StorageUnavailable;
import java.util.Optional;

/** Keeps the latest snapshot of each stream. Methods may throw {@link StorageUnavailable}. */
public interface SnapshotStore {

    /** The latest snapshot, if there is one; may lag behind what was saved last. */
    Optional<Snapshot> latest(String streamId);

    /** Keeps a snapshot, unless one of the same version and shape, or a later one, is there. */
    void save(Snapshot snapshot);

    /** Keeps nothing, for aggregates whose streams are short. */
    static SnapshotStore none() {
        return new SnapshotStore() {
            @Override
            public Optional<Snapshot> latest(String streamId) {
                return Optional.empty();
            }

            @Override
            public void save(Snapshot snapshot) {
                // Not kept.
            }
        };
    }
}
