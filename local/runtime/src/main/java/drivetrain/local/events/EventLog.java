package drivetrain.local.events;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears the events that are put on the buses, whether a rule matches them or not. */
@FunctionalInterface
public interface EventLog {
    /**
     * Takes an event as its targets get it. Must be safe for several threads, and quick: who
     * publishes waits for it.
     */
    void heard(String busName, JsonNode event);

    /** Throws everything away. */
    static EventLog silent() {
        return (busName, event) -> {};
    }
}
