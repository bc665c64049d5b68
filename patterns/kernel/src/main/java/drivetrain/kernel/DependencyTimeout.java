package drivetrain.kernel;

/**
 * A dependency didn't answer in time, so the call may or may not have had its effect. Whoever
 * calls again must ask by key what became of it, and must not do it twice.
 *
 * <p>The name of this class stands in the {@code Retry} of workflows.
 */
public final class DependencyTimeout extends TransientFault {
    private static final long serialVersionUID = 1;

    /**
     * Without an underlying exception.
     *
     * @param message names the resource and carries ids, never payloads or secrets
     */
    public DependencyTimeout(String message) {
        super(message);
    }

    public DependencyTimeout(String message, Throwable cause) {
        super(message, cause);
    }
}
