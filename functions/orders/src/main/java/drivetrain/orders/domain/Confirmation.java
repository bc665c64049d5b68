package drivetrain.orders.domain;

/** The outcomes of ConfirmOrder. */
public enum Confirmation {
    /** Past the pivot, now or before: go forward. */
    CONFIRMED,
    /** The customer was first: undo, then cancel. */
    CANCELLATION_REQUESTED,
    /** The order has ended already. */
    REJECTED
}
