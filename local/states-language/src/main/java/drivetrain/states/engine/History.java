package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.history.EventType;
import drivetrain.states.history.HistoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The growing history of one execution. Written by one thread at a time, read by any. */
final class History {

    private final int limit;
    private final Supplier<Instant> clock;
    private final List<HistoryEvent> events = new ArrayList<>();

    /** The history has no room but for the last event. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Full() {
            super("history is full", null, false, false);
        }
    }

    History(int limit, Supplier<Instant> clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Adds an event; the answer is its id. */
    synchronized long add(EventType type, long previous, Map<String, JsonNode> details) {
        if (events.size() >= limit - 1) {
            throw new Full();
        }
        return append(type, previous, details);
    }

    /** Adds the event that ends the execution, for which there is always room. */
    synchronized long addLast(EventType type, long previous, Map<String, JsonNode> details) {
        return append(type, previous, details);
    }

    private long append(EventType type, long previous, Map<String, JsonNode> details) {
        long id = events.size() + 1L;
        events.add(new HistoryEvent(id, previous, clock.get(), type, details));
        return id;
    }

    synchronized long lastId() {
        return events.size();
    }

    synchronized List<HistoryEvent> snapshot() {
        return List.copyOf(events);
    }
}
