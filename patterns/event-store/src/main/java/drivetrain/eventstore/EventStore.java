package drivetrain.eventstore;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.util.List;
import java.util.Optional;

/**
 * The log: streams of events, each gapless from version 1, never changed once written.
 *
 * <p>Every method may throw {@link StorageUnavailable}, after which an append may or may not have
 * been written. Whoever appends again must therefore read again first, and decide again: a command
 * that finds its own event there has nothing left to do.
 */
public interface EventStore {

    /** The most events and companions that one append may hold; a transaction's limit. */
    int MAX_ITEMS = 100;

    /**
     * The most bytes of an event, in UTF-8: stream id, type, correlation id and data. An item may
     * have 400 KiB; the rest is for the names of its attributes and for its numbers.
     */
    int MAX_EVENT_BYTES = 399 * 1024;

    /** The most bytes of all events and companions of an append; a transaction's limit. */
    int MAX_APPEND_BYTES = 4 * 1024 * 1024;

    /**
     * Appends events, and puts companions, all or none.
     *
     * @param expectedVersion the version that the decision was made at, 0 for a new stream; it must
     *     come from a read, since versions before it aren't checked
     * @param events one or more
     * @param companions none, or some items that must not be there yet
     * @throws VersionConflict if another transaction was at work on the same items at the same time
     * @throws IllegalArgumentException if it breaks one of the limits above
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
     * A page of a stream: the first events after a version, oldest first. Sees every append that
     * was answered before the call.
     *
     * @param limit the most to read; at least 1
     */
    List<StoredEvent> page(String streamId, long afterVersion, int limit);

    /**
     * The latest events, oldest first. Sees every append that was answered before the call.
     *
     * @param limit the most to read; at least 1
     */
    List<StoredEvent> tail(String streamId, int limit);

    /**
     * A page of all streams of a part of the log, in no order that means anything. Going through
     * all pages of all segments finds each stream that was there before the first page exactly
     * once; of those that begin meanwhile, some.
     *
     * @param after where the page before ended; empty for the first
     */
    StreamPage streams(Segment segment, Optional<String> after);

    /** How many events the log holds, roughly: the count may be hours old. */
    long approximateSize();
}
