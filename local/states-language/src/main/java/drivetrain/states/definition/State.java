package drivetrain.states.definition;

import drivetrain.states.expression.Expression;
import drivetrain.states.task.TaskResource;
import java.util.List;

/**
 * A state. {@code next} is null for a state that ends its graph.
 *
 * <p>Source: Amazon States Language specification, "State Types".
 */
public sealed interface State {

    /** The name, unique in the machine. */
    String name();

    /** How data flows through it. */
    StateData data();

    /** The state that follows, or null. */
    default String next() {
        return null;
    }

    /** The graphs inside it. */
    default List<StateGraph> inner() {
        return List.of();
    }

    /** What is tried again. */
    default List<Retrier> retriers() {
        return List.of();
    }

    /** What is caught. */
    default List<Catcher> catchers() {
        return List.of();
    }

    /** Passes its input, or a given result, on. */
    record Pass(String name, StateData data, String next, Expression result) implements State {}

    /** Ends its graph with success. */
    record Succeed(String name, StateData data) implements State {}

    /** Fails; error and cause may be null. */
    record Fail(String name, StateData data, Expression error, Expression cause)
            implements
                State {}

    /** Decides what follows; {@code defaultNext} may be null. */
    record Choice(String name, StateData data, List<ChoiceRule> rules, String defaultNext)
            implements
                State {}

    /** Waits for so many seconds, or until a time; one of the two is null. */
    record Wait(String name, StateData data, String next, WaitField seconds, WaitField timestamp)
            implements
                State {}

    /** Calls something; timeout, heartbeat and credentials may be null. */
    record Task(String name, StateData data, String next, TaskResource resource,
            Expression timeoutSeconds, Expression heartbeatSeconds, Expression credentials,
            List<Retrier> retriers, List<Catcher> catchers) implements State {}

    /** Runs several graphs at once. */
    record Parallel(String name, StateData data, String next, List<StateGraph> branches,
            List<Retrier> retriers, List<Catcher> catchers) implements State {

        @Override
        public List<StateGraph> inner() {
            return branches;
        }
    }

    /** Runs one graph for each item. */
    record Map(String name, StateData data, String next, MapSettings settings,
            StateGraph processor, List<Retrier> retriers, List<Catcher> catchers)
            implements
                State {

        @Override
        public List<StateGraph> inner() {
            return List.of(processor);
        }
    }
}
