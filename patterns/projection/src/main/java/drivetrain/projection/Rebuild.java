package drivetrain.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A rebuild of all views, as far as it is.
 *
 * @param generation the one that it builds
 * @param status what became of it
 * @param startedAt when it began
 * @param eventsInLog how many events the log had then, roughly
 * @param segments how far each is; workers take one each
 */
public record Rebuild(long generation, Status status, Instant startedAt, long eventsInLog,
        List<SegmentProgress> segments) {
    /** What became of a rebuild. */
    public enum Status {
        /** It is under way; events go to its generation, too. */
        BUILDING,
        /** Its generation is live. */
        SWITCHED,
        /** Its generation is being dropped, since it differed from the live one. */
        ABANDONED
    }

    public Rebuild {
        segments = List.copyOf(segments);
    }

    static Rebuild begin(long generation, int segments, long eventsInLog, Instant at) {
        return new Rebuild(generation, Status.BUILDING, at, eventsInLog,
                Collections.nCopies(segments, SegmentProgress.START));
    }

    Rebuild with(int segment, SegmentProgress progress) {
        List<SegmentProgress> all = new ArrayList<>(segments);
        all.set(segment, progress);
        return new Rebuild(generation, status, startedAt, eventsInLog, all);
    }

    Rebuild concluded(Status verdict) {
        return new Rebuild(generation, verdict, startedAt, eventsInLog, segments);
    }

    /** How many events were gone through. */
    public long eventsRead() {
        return segments.stream().mapToLong(SegmentProgress::eventsRead).sum();
    }

    /** How many views were folded. */
    public long viewsBuilt() {
        return segments.stream().mapToLong(SegmentProgress::viewsBuilt).sum();
    }

    /** How many views lost the generation that isn't live. */
    public long viewsDropped() {
        return segments.stream().mapToLong(SegmentProgress::viewsDropped).sum();
    }

    /** What comparing has found in all segments. */
    public Comparison comparison() {
        return segments.stream().map(SegmentProgress::comparison).reduce(Comparison.NONE,
                Comparison::plus);
    }

    boolean isCompared() {
        return segments.stream().map(SegmentProgress::phase)
                .noneMatch(phase -> phase == Phase.BUILDING || phase == Phase.COMPARING);
    }
}
