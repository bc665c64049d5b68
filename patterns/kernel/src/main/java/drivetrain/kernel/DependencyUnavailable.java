package drivetrain.kernel;

/**
 * A dependency refused the call or couldn't be reached: throttled, failing, or down.
 *
 * <p>The name of this class stands in the {@code Retry} of workflows.
 */
public final class DependencyUnavailable extends TransientFault {
    private static final long serialVersionUID = 1;

    /**
     * Without an underlying exception.
     *
     * @param message names the resource and carries ids, never payloads or secrets
     */
    public DependencyUnavailable(String message) {
        super(message);
    }

    public DependencyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
