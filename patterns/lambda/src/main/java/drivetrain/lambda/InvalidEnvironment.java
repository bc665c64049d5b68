package drivetrain.lambda;

/** A function can't start, because its environment variables are missing or malformed. */
public final class InvalidEnvironment extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidEnvironment(String problems, Throwable cause) {
        super("This function can't start. Environment: " + problems + ".", cause);
    }
}
