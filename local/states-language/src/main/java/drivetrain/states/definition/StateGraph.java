package drivetrain.states.definition;

import java.util.Map;
import java.util.Objects;

/**
 * States that lead to one another: a machine, a branch of a Parallel state or an item processor.
 *
 * @param startAt the first state
 * @param states all states by name
 */
public record StateGraph(String startAt, Map<String, State> states) {

    /** Refuses nulls. */
    public StateGraph {
        Objects.requireNonNull(startAt);
        states = Map.copyOf(states);
    }

    /**
     * A state.
     *
     * @param name its name
     * @return never null
     */
    public State state(String name) {
        return Objects.requireNonNull(states.get(name), name);
    }
}
