package drivetrain.states.engine;

import drivetrain.states.ErrorOutput;

/** A state fails with an error that Retry and Catch may match. Carries no stack trace. */
final class StateFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorOutput errorOutput;

    StateFailure(String error, String cause) {
        super(error, null, false, false);
        errorOutput = new ErrorOutput(error, cause);
    }

    ErrorOutput errorOutput() {
        return errorOutput;
    }
}
