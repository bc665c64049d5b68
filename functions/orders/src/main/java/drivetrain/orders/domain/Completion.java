package drivetrain.orders.domain;

/** The outcomes of FulfilOrder. */
public enum Completion {
    /** The order is fulfilled, now or before. */
    FULFILLED,
    /** The shipment is noted, but a cancellation is under way and decides. */
    CANCELLATION_REQUESTED,
    /** The order has been cancelled; there is nothing to fulfil. */
    CANCELLED
}
