package drivetrain.states.task;

import drivetrain.states.ErrorOutput;
import java.util.Objects;

/** A task failed with an error name that Retry and Catch can match. Carries no stack trace. */
public final class TaskFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorOutput errorOutput;

    /**
     * A failure.
     *
     * @param error the error name, for instance {@code Lambda.TooManyRequestsException}
     * @param cause the description, or null
     */
    public TaskFailure(String error, String cause) {
        this(new ErrorOutput(error, cause));
    }

    /**
     * A failure.
     *
     * @param errorOutput error name and cause
     */
    public TaskFailure(ErrorOutput errorOutput) {
        super(errorOutput.error() + ": " + errorOutput.cause(), null, false, false);
        this.errorOutput = Objects.requireNonNull(errorOutput);
    }

    /**
     * What Retry and Catch see.
     *
     * @return never null
     */
    public ErrorOutput errorOutput() {
        return errorOutput;
    }
}
