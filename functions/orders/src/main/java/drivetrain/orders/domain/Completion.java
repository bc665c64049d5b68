package drivetrain.orders.domain;

/** The outcomes of FulfilOrder. */
public enum Completion {
    /** The order is fulfilled, now or before. */
    FULFILLED,
    /** A cancellation is under way, and decides: ask again later. */
    CANCELLATION_REQUESTED,
    /** The order has been cancelled; there is nothing to fulfil. */
    CANCELLED
}
