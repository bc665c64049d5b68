package drivetrain.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The generations, asked for at most every ten seconds, so that a read costs no second one. What is
 * a little out of date does no harm: as long as a view is there in several generations, all of them
 * are kept up to date.
 */
public final class KnownGenerations {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final ProjectionStates states;
    private final Clock clock;
    private Known known = new Known(ProjectionState.FIRST.generations(), Instant.MIN);

    private record Known(Generations generations, Instant until) {}

    public KnownGenerations(ProjectionStates states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /** The generations as they are, or were ten seconds ago. */
    public synchronized Generations known() {
        return clock.instant().isBefore(known.until) ? known.generations : latest();
    }

    /** The generations as they are. */
    public synchronized Generations latest() {
        Generations now = states.get().generations();
        known = new Known(now, clock.instant().plus(REMEMBERED));
        return now;
    }
}
