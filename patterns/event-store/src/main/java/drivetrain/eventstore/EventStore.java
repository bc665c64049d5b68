package drivetrain.eventstore;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.util.List;

/**
 * The log: streams of events, each gapless from version 1, never changed once written.
 *
 * <p>Every method may throw {@link StorageUnavailable}, after which an append may or may not have
 * been written. Whoever appends again must therefore read again first, and decide again: a command
 * that finds its own event there has nothing left to do.
 */
public interface EventStore {

    /** The most events and companions that one append may hold; DynamoDB's limit. */
    int MAX_ITEMS = 100;

    /**
     * Appends events, and puts companions, all or none.
     *
     * @param expectedVersion the version that the decision was made at, 0 for a new stream; it must
     *     come from a read, since versions before it aren't checked
     * @param events one or more
     * @param companions none, or some items that must not be there yet
     * @throws VersionConflict if another transaction was at work on the same items at the same time
     */
    AppendOutcome append(String streamId, long expectedVersion, List<NewEvent> events,
            List<Companion> companions);

    /** As {@link #append(String, long, List, List)}, without companions. */
    default AppendOutcome append(String streamId, long expectedVersion, List<NewEvent> events) {
        return append(streamId, expectedVersion, events, List.of());
    }

    /**
     * The events after a version, up to and including another, oldest first. Sees every append that
     * was answered before the call.
     */
    List<StoredEvent> read(String streamId, long afterVersion, long upToVersion);

    /**
     * The latest events, oldest first. Sees every append that was answered before the call.
     *
     * @param limit the most to read; at least 1
     */
    List<StoredEvent> tail(String streamId, int limit);

    /** Refuses an append that no store can take. */
    static void requireAppendable(long expectedVersion, List<NewEvent> events,
            List<Companion> companions) {
        if (expectedVersion < 0) {
            throw new IllegalArgumentException("a stream has no version " + expectedVersion);
        }
        if (events.isEmpty() || events.size() + companions.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("an append holds 1 event or more, and at most "
                    + MAX_ITEMS + " items: " + events.size() + " + " + companions.size());
        }
    }
}
