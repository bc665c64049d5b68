package drivetrain.states.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The newest finished executions of one type: there is a limit to their number and their events.
 * Each type has its own, since a Standard execution must be found again, by its name too, while
 * there may be thousands of Express ones to each. Not thread-safe.
 */
final class FinishedExecutions {
    private static final long MOST_EVENTS = 1_000_000;

    private final int most;
    private final Deque<Finished> finished = new ArrayDeque<>();
    private long events;

    private record Finished(Execution execution, long events) {}

    FinishedExecutions(int most) {
        this.most = most;
    }

    /** Adds one, and says which are forgotten for it, the oldest first. */
    List<Execution> add(Execution execution) {
        finished.add(new Finished(execution, execution.historySize()));
        events += execution.historySize();
        List<Execution> forgotten = new ArrayList<>();
        while (finished.size() > most || (events > MOST_EVENTS && finished.size() > 1)) {
            Finished oldest = finished.remove();
            events -= oldest.events();
            forgotten.add(oldest.execution());
        }
        return forgotten;
    }
}
