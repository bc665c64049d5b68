package drivetrain.circuitbreaker;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a closed circuit has counted since its window began.
 *
 * @param start null before the first failure
 * @param callers who saw the failures
 */
public record Window(Instant start, int failures, int successes, Set<String> callers) {
    /** A window in which nothing has failed. */
    static final Window EMPTY = new Window(null, 0, 0, Set.of());

    public Window {
        callers = Set.copyOf(callers);
    }

    boolean isOver(CircuitSettings settings, Instant now) {
        return start == null || !now.isBefore(start.plus(settings.window()));
    }

    /** This window with one failure more, or a new one with just that, if this one is over. */
    Window withFailure(String caller, CircuitSettings settings, Instant now) {
        if (isOver(settings, now)) {
            return new Window(now, 1, 0, Set.of(caller));
        }
        var seen = new TreeSet<>(callers);
        seen.add(caller);
        return new Window(start, failures + 1, successes, seen);
    }

    boolean trips(CircuitSettings settings) {
        return failures >= settings.minimumFailures()
                && callers.size() >= settings.minimumCallers()
                && failures >= settings.failureRate() * (failures + successes);
    }
}
