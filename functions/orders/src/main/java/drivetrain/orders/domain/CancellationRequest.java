package drivetrain.orders.domain;

/** The outcomes of RequestCancellation. */
public enum CancellationRequest {
    /** It will be cancelled, if it isn't too late; or it has been requested before. */
    ACCEPTED,
    /** It has been cancelled already. */
    ALREADY_CANCELLED,
    /** Delivered, or rejected: there is nothing to cancel. */
    TOO_LATE
}
