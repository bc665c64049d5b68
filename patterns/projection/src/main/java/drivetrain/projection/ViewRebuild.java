package drivetrain.projection;

import drivetrain.dynamodb.Item;
import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.StreamPage;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import drivetrain.projection.Rebuild.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Builds all views anew from the log, beside the live ones, while events go on: begin, build and
 * compare each segment, conclude, drop each segment.
 *
 * <p>Each call does a chunk that fits a function's time and keeps how far it came, so that any call
 * may be repeated, also by another caller: nothing is lost but a chunk's work. Any number of
 * callers may work on one rebuild at the same time. At every moment each view that is shown is a
 * fold of its log.
 *
 * <p>Why it is right. A stream's first event is there before the scan of the log passes it, and it
 * is built; or it comes later, and its projection writes to the new generation, since that was known
 * before the scan began. An event of a stream that is built already is projected into both, since
 * the item has both. If an event comes between the fold and the write of a stream that is being built,
 * the write is refused, since the live view is later, and the stream is folded again.
 *
 * <p>Methods may throw {@link StorageUnavailable} and {@link VersionConflict}; call again.
 */
public final class ViewRebuild {
    private static final int MAX_SEGMENTS = 100;

    private final EventStore log;
    private final ViewSource source;
    private final GenerationTable views;
    private final ProjectionStates states;
    private final Clock clock;
    private final Duration budget;

    /**
     * All of its parts.
     *
     * @param budget how long a call may begin new pages; a page takes some seconds more
     */
    public ViewRebuild(EventStore log, ViewSource source, GenerationTable views,
            ProjectionStates states, Clock clock, Duration budget) {
        this.log = log;
        this.source = source;
        this.views = views;
        this.states = states;
        this.clock = clock;
        this.budget = budget;
    }

    /**
     * Begins a rebuild, or answers the one that is under way, which then is to be gone on with.
     *
     * @param segments how many workers may share the work, 1 to 100
     */
    public Rebuild begin(int segments) {
        if (segments < 1 || segments > MAX_SEGMENTS) {
            throw new IllegalArgumentException("1 to " + MAX_SEGMENTS + " segments: " + segments);
        }
        long events = log.approximateSize();
        Instant now = clock.instant();
        return states.change(state -> state.underWay().isPresent()
                ? state
                : state.begin(segments, events, now)).underWay().orElseThrow();
    }

    /** Folds a chunk of a segment's streams, each from its first event on. */
    public Step build(long generation, int segment) {
        return new Chunk(states, generation, segment).run(Phase.BUILDING, clock, budget,
                (at, progress, state) -> {
                    StreamPage page = log.streams(at, progress.cursor());
                    page.streamIds().forEach(id -> build(id, generation, state.live()));
                    return progress.built(page.eventsRead(), page.streamIds().size(),
                            page.next());
                });
    }

    /** Until the fold is as late as the latest that anybody has written. */
    private void build(String id, long generation, long beside) {
        SortedSet<Long> others = new TreeSet<>(List.of(beside));
        View view = replay(id);
        while (views.build(id, generation, others, view) > view.version()) {
            view = replay(id);
        }
    }

    private View replay(String id) {
        return source.replay(id)
                .orElseThrow(() -> new IllegalStateException("there is no log of " + id));
    }

    /** Compares a chunk of a segment's views in both generations. */
    public Step compare(long generation, int segment) {
        Comparer comparer = new Comparer(views, this::build, id -> views.save(id, replay(id)));
        Step step = new Chunk(states, generation, segment).run(Phase.COMPARING, clock, budget,
                (at, progress, state) -> {
                    var page = views.page(at, progress.cursor());
                    return progress.compared(comparer.compare(page.items(), state.live(),
                            generation, progress.comparison()), page.next());
                });
        return new Step(step.outcome(), step.rebuild(), comparer.differing());
    }

    /**
     * Switches to the new generation, or abandons it: when views differ, unless that is expected.
     * Idempotent.
     *
     * @param evenIfDifferent whether the new views are wanted also where they differ
     * @return the rebuild with its verdict; nothing if it isn't the latest
     * @throws IllegalStateException if not all segments were compared
     */
    public Optional<Rebuild> conclude(long generation, boolean evenIfDifferent) {
        return states.change(state -> state.underWay()
                .filter(rebuild -> rebuild.generation() == generation)
                .map(rebuild -> state.conclude(verdict(rebuild, evenIfDifferent))).orElse(state))
                .rebuildOf(generation);
    }

    private static Rebuild verdict(Rebuild rebuild, boolean evenIfDifferent) {
        if (!rebuild.isCompared()) {
            throw new IllegalStateException(
                    "generation " + rebuild.generation() + " wasn't compared to its end");
        }
        return rebuild.concluded(evenIfDifferent || rebuild.comparison().differing() == 0
                ? Status.SWITCHED
                : Status.ABANDONED);
    }

    /** Takes what isn't live off a chunk of a segment's views. */
    public Step drop(long generation, int segment) {
        return new Chunk(states, generation, segment).run(Phase.DROPPING, clock, budget,
                (at, progress, state) -> {
                    var page = views.page(at, progress.cursor());
                    long dropped = page.items().stream()
                            .filter(item -> drop(item, generation, state.live())).count();
                    return progress.dropped(dropped, page.next());
                });
    }

    /** An item may lack the live view if its very first projection broke off in the middle. */
    private boolean drop(Item item, long generation, long live) {
        String id = views.id(item);
        if (GenerationTable.version(item, live) == 0) {
            build(id, live, GenerationTable.generationsOf(item).last());
        }
        return views.drop(id, generation, live);
    }
}
