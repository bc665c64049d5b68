package drivetrain.kernel;

/**
 * A table is throttled, failing, or out of reach.
 *
 * <p>The name of this class stands in the {@code Retry} of workflows.
 */
public final class StorageUnavailable extends TransientFault {
    private static final long serialVersionUID = 1;

    /**
     * Without an underlying exception.
     *
     * @param message names the resource and carries ids, never payloads or secrets
     */
    public StorageUnavailable(String message) {
        super(message);
    }

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
