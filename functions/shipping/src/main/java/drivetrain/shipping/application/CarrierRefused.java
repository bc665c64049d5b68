package drivetrain.shipping.application;

/**
 * The carrier understood a call and refuses it for a reason that no retry mends, such as a wrong
 * key. Somebody must look.
 */
public final class CarrierRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * With nothing but what may be logged.
     *
     * @param message names the operation and the carrier's code
     */
    public CarrierRefused(String message) {
        super(message);
    }
}
