package drivetrain.states.expression.jsonpath;

/** A definite path leads nowhere. Carries no stack trace. */
public final class PathNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PathNotFound(String message) {
        super(message, null, false, false);
    }
}
