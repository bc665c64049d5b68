package drivetrain.projection;

import drivetrain.projection.Rebuild.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * Which generation of a projection is live, and how far its rebuild is.
 *
 * @param revision how often it was changed
 * @param live the generation that is shown
 * @param rebuild the latest rebuild, if there ever was one
 */
public record ProjectionState(long revision, long live, Optional<Rebuild> rebuild) {
    /** Of a projection that was never rebuilt. */
    public static final ProjectionState FIRST = new ProjectionState(0, 1, Optional.empty());

    /** Which generations there are to write and to show. */
    public Generations generations() {
        return new Generations(live, underWay().map(Rebuild::generation));
    }

    /** The rebuild that has neither switched nor been abandoned, if there is one. */
    public Optional<Rebuild> underWay() {
        return rebuild.filter(one -> one.status() == Status.BUILDING);
    }

    /** The latest rebuild, if it is of this generation. */
    Optional<Rebuild> rebuildOf(long generation) {
        return rebuild.filter(one -> one.generation() == generation);
    }

    ProjectionState begin(int segments, long eventsInLog, Instant at) {
        long last = Math.max(live, rebuild.map(Rebuild::generation).orElse(live));
        return with(live, Rebuild.begin(last + 1, segments, eventsInLog, at));
    }

    ProjectionState with(Rebuild changed) {
        return with(live, changed);
    }

    ProjectionState conclude(Rebuild concluded) {
        return with(concluded.status() == Status.SWITCHED ? concluded.generation() : live,
                concluded);
    }

    private ProjectionState with(long nowLive, Rebuild changed) {
        return new ProjectionState(revision + 1, nowLive, Optional.of(changed));
    }
}
