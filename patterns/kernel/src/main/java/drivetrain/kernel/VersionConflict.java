package drivetrain.kernel;

/**
 * Somebody else wrote first: an optimistic lock or a transaction was lost. Read again and
 * decide again.
 *
 * <p>The name of this class stands in the {@code Retry} of workflows.
 */
public final class VersionConflict extends TransientFault {
    private static final long serialVersionUID = 1;

    /**
     * Without an underlying exception.
     *
     * @param message names the resource and carries ids, never payloads or secrets
     */
    public VersionConflict(String message) {
        super(message);
    }

    public VersionConflict(String message, Throwable cause) {
        super(message, cause);
    }
}
