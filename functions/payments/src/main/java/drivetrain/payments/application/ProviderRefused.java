package drivetrain.payments.application;

/**
 * The provider understood a call and refuses it for a reason that no retry mends: a wrong key, a
 * request that contradicts an earlier one, a refund it can't make. Somebody must look.
 */
public final class ProviderRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * With nothing but what may be logged.
     *
     * @param message names the operation and the provider's code
     */
    public ProviderRefused(String message) {
        super(message);
    }
}
