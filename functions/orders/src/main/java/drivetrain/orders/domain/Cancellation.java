package drivetrain.orders.domain;

/** The outcome of CancelOrder. */
public enum Cancellation {
    /** The order is cancelled, now or before. */
    CANCELLED
}
