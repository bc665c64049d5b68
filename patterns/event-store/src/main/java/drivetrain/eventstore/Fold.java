package drivetrain.eventstore;

import java.util.Optional;

/**
 * How a state follows from events. Pure: the same events give the same state.
 *
 * @param <S> the state
 * @param <E> the domain's events
 */
@FunctionalInterface
public interface Fold<S, E> {

    /** The state after an event; before the first event there is none. */
    S evolve(Optional<S> before, Recorded<E> event);
}
