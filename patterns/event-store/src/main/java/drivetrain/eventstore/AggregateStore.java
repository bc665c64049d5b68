package drivetrain.eventstore;

import drivetrain.kernel.TransientFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads and appends to one kind of aggregate.
 *
 * <p>A load costs one query while a stream has at most {@code snapshotEvery} events, and one query
 * and one snapshot read however long it grows: the latest events are read first, and the snapshot
 * only if they don't reach back to the first one.
 *
 * @param <S> the aggregate's state
 * @param <E> its events
 */
public final class AggregateStore<S, E> {
    private final EventStore events;
    private final SnapshotStore snapshots;
    private final EventCodec<E> eventCodec;
    private final SnapshotCodec<S> snapshotCodec;
    private final Upcasters upcasters;
    private final Fold<S, E> fold;
    private final int snapshotEvery;

    /**
     * All of its parts.
     *
     * @param snapshotEvery a snapshot is saved when so many events came since the last; 1 or more
     */
    public AggregateStore(EventStore events, SnapshotStore snapshots, EventCodec<E> eventCodec,
            SnapshotCodec<S> snapshotCodec, Upcasters upcasters, Fold<S, E> fold,
            int snapshotEvery) {
        if (snapshotEvery < 1) {
            throw new IllegalArgumentException("snapshotEvery: " + snapshotEvery);
        }
        this.events = events;
        this.snapshots = snapshots;
        this.eventCodec = eventCodec;
        this.snapshotCodec = snapshotCodec;
        this.upcasters = upcasters;
        this.fold = fold;
        this.snapshotEvery = snapshotEvery;
    }

    /** The latest state, or nothing if the stream has no event. */
    public Optional<Versioned<S>> load(String streamId) {
        List<StoredEvent> tail = events.tail(streamId, snapshotEvery);
        if (tail.isEmpty()) {
            return Optional.empty();
        }
        long first = tail.getFirst().version();
        return Optional.of(first == 1 ? foldOver(Optional.empty(), tail) : join(streamId, tail));
    }

    /**
     * The state as it was at a version, or nothing if the stream never had that version. Begins at
     * the snapshot if that isn't of later, else at the first event.
     */
    public Optional<Versioned<S>> loadAsOf(String streamId, long version) {
        Optional<Versioned<S>> start = version <= snapshotEvery
                ? Optional.empty()
                : snapshot(streamId).filter(found -> found.version() <= version);
        long from = start.map(Versioned::version).orElse(0L);
        List<StoredEvent> upTo = version < 1 ? List.of() : events.read(streamId, from, version);
        long reached = upTo.isEmpty() ? from : upTo.getLast().version();
        return reached == version && version > 0
                ? Optional.of(foldOver(start, upTo))
                : Optional.empty();
    }

    /**
     * The latest state, folded from the first event on whatever the snapshots say: for a rebuild,
     * which is to trust nothing but the log. It costs what the history costs.
     */
    public Optional<Versioned<S>> replay(String streamId) {
        List<StoredEvent> all = events.read(streamId, 0, Long.MAX_VALUE);
        return all.isEmpty() ? Optional.empty() : Optional.of(foldOver(Optional.empty(), all));
    }

    /**
     * A page of what happened, oldest first; empty for an unknown stream, and after the end.
     *
     * @param afterVersion where the page before ended; 0 for the first
     * @param limit the most on a page; at least 1
     */
    public List<Recorded<E>> history(String streamId, long afterVersion, int limit) {
        return events.page(streamId, afterVersion, limit).stream().map(this::recorded).toList();
    }

    /**
     * Appends what was decided on a loaded state, and saves a snapshot when one is due. A snapshot
     * that can't be saved is left to the next append: the events are what counts.
     *
     * @param before the state that the decision was made on; empty for a new stream
     * @param companions items to be put in the same transaction
     * @see EventStore#append(String, long, List, List)
     */
    public AppendOutcome append(String streamId, Optional<Versioned<S>> before, List<E> decided,
            Instant occurredAt, String correlationId, List<Companion> companions) {
        long version = before.map(Versioned::version).orElse(0L);
        List<NewEvent> fresh = decided.stream()
                .map(event -> new NewEvent(eventCodec.type(event), eventCodec.schemaVersion(event),
                        occurredAt, correlationId, eventCodec.encode(event)))
                .toList();
        AppendOutcome outcome = events.append(streamId, version, fresh, companions);
        if (outcome instanceof AppendOutcome.Appended(long reached)
                && reached - before.map(Versioned::snapshotVersion).orElse(0L) >= snapshotEvery) {
            save(streamId, after(before, decided, occurredAt, correlationId));
        }
        return outcome;
    }

    private Versioned<S> after(Optional<Versioned<S>> before, List<E> decided, Instant occurredAt,
            String correlationId) {
        Optional<Versioned<S>> current = before;
        for (E event : decided) {
            long version = current.map(Versioned::version).orElse(0L) + 1;
            current = Optional.of(
                    step(current, new Recorded<>(version, occurredAt, correlationId, event)));
        }
        return current.orElseThrow();
    }

    private void save(String streamId, Versioned<S> state) {
        try {
            snapshots.save(new Snapshot(streamId, state.version(), snapshotCodec.schemaVersion(),
                    state.changedAt(), snapshotCodec.encode(state.state())));
        } catch (TransientFault notNow) {
            // The next append finds that a snapshot is overdue, and saves a later one.
        }
    }

    /** From the snapshot, over what lies between it and the tail (mostly nothing), to the end. */
    private Versioned<S> join(String streamId, List<StoredEvent> tail) {
        Optional<Versioned<S>> snapshot = snapshot(streamId);
        long from = snapshot.map(Versioned::version).orElse(0L);
        long gapEnd = tail.getFirst().version() - 1;
        List<StoredEvent> gap = from < gapEnd ? events.read(streamId, from, gapEnd) : List.of();
        return foldOver(snapshot, Stream.concat(gap.stream(), tail.stream())
                .filter(event -> event.version() > from).toList());
    }

    private Optional<Versioned<S>> snapshot(String streamId) {
        return snapshots.latest(streamId)
                .filter(found -> found.schemaVersion() == snapshotCodec.schemaVersion())
                .map(found -> new Versioned<>(snapshotCodec.decode(found.data()), found.version(),
                        found.changedAt(), found.version()));
    }

    private Versioned<S> foldOver(Optional<Versioned<S>> start, List<StoredEvent> stored) {
        Optional<Versioned<S>> current = start;
        for (StoredEvent event : stored) {
            current = Optional.of(step(current, recorded(event)));
        }
        return current.orElseThrow();
    }

    private Versioned<S> step(Optional<Versioned<S>> before, Recorded<E> event) {
        long expected = before.map(Versioned::version).orElse(0L) + 1;
        if (event.version() != expected) {
            throw new IllegalStateException(
                    "the log has version " + event.version() + " where " + expected + " belongs");
        }
        return new Versioned<>(fold.evolve(before.map(Versioned::state), event), event.version(),
                event.occurredAt(), before.map(Versioned::snapshotVersion).orElse(0L));
    }

    private Recorded<E> recorded(StoredEvent stored) {
        return new Recorded<>(stored.version(), stored.occurredAt(), stored.correlationId(),
                eventCodec.decode(upcasters.newest(stored)));
    }
}
