package drivetrain.projection;

import java.util.Optional;

/**
 * How far one segment of a rebuild is. What is counted and where it goes on are kept together, so
 * that a step which is done again counts the same again.
 *
 * @param phase what is to be done
 * @param cursor where in that phase to go on; empty at its beginning
 * @param eventsRead how many events of the log were gone through
 * @param viewsBuilt how many views were folded
 * @param comparison what comparing has found
 * @param viewsDropped how many views lost a generation
 */
public record SegmentProgress(Phase phase, Optional<String> cursor, long eventsRead,
        long viewsBuilt, Comparison comparison, long viewsDropped) {
    static final SegmentProgress START = new SegmentProgress(Phase.BUILDING, Optional.empty(), 0,
            0, Comparison.NONE, 0);

    SegmentProgress built(long events, long views, Optional<String> next) {
        return new SegmentProgress(next.isPresent() ? phase : Phase.COMPARING, next,
                eventsRead + events, viewsBuilt + views, comparison, viewsDropped);
    }

    SegmentProgress compared(Comparison found, Optional<String> next) {
        return new SegmentProgress(next.isPresent() ? phase : Phase.DROPPING, next, eventsRead,
                viewsBuilt, found, viewsDropped);
    }

    SegmentProgress dropped(long views, Optional<String> next) {
        return new SegmentProgress(next.isPresent() ? phase : Phase.DONE, next, eventsRead,
                viewsBuilt, comparison, viewsDropped + views);
    }
}
