package drivetrain.orders.domain;

/** The outcomes of RejectOrder. */
public enum Rejection {
    /** The order has ended. */
    REJECTED,
    /** Too late: the order is past the pivot, so go forward. */
    CONFIRMED
}
