package drivetrain.states.engine;

import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.Catcher;
import drivetrain.states.definition.ErrorNames;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.definition.Retrier;
import drivetrain.states.definition.State;

/** What a state does about an error. */
sealed interface ErrorHandling {

    /** Tries again. */
    record Retry(int index, double delaySeconds) implements ErrorHandling {}

    /** Goes on elsewhere. */
    record Catch(int index, Catcher catcher) implements ErrorHandling {}

    /** Nothing. */
    record None() implements ErrorHandling {}

    static ErrorHandling of(State state, ErrorOutput error, FailureOrigin origin, int retried) {
        for (int i = 0; i < state.retriers().size(); i++) {
            Retrier retrier = state.retriers().get(i);
            if (ErrorNames.match(retrier.errorEquals(), error.error(), origin)) {
                if (retried < retrier.maxAttempts()) {
                    return new Retry(i, retrier.delaySeconds(retried));
                }
                break;
            }
        }
        for (int i = 0; i < state.catchers().size(); i++) {
            Catcher catcher = state.catchers().get(i);
            if (ErrorNames.match(catcher.errorEquals(), error.error(), origin)) {
                return new Catch(i, catcher);
            }
        }
        return new None();
    }
}
