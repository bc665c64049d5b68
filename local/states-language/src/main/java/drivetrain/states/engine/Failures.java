package drivetrain.states.engine;

import drivetrain.states.ErrorOutput;
import drivetrain.states.task.TaskFailure;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What failures look like from outside. */
final class Failures {

    /** A timeout has an empty cause for Catch, and none in the history. */
    static final ErrorOutput TIMEOUT = new ErrorOutput("States.Timeout", "");

    private Failures() {}

    static String cause(ErrorOutput error) {
        return error.cause() == null || error.cause().isEmpty() ? null : error.cause();
    }

    /** What an integration's exception means. */
    static ErrorOutput of(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof TaskFailure failure
                ? failure.errorOutput()
                : new ErrorOutput("States.TaskFailed", String.valueOf(cause));
    }
}
