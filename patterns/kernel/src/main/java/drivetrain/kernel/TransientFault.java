package drivetrain.kernel;

/**
 * A fault that may pass: the same call, made again, can succeed. Retrying is safe because every call
 * that changes something is keyed or conditional.
 *
 * <p>A business refusal is never one of these: it is data.
 */
public abstract sealed class TransientFault extends RuntimeException
        permits DependencyTimeout, DependencyUnavailable, StorageUnavailable, VersionConflict {
    private static final long serialVersionUID = 1;

    TransientFault(String message) {
        super(message);
    }

    TransientFault(String message, Throwable cause) {
        super(message, cause);
    }
}
