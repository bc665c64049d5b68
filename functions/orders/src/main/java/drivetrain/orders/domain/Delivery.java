package drivetrain.orders.domain;

/** The outcomes of RecordDelivery. */
public enum Delivery {
    /** The order is delivered, now or before. */
    DELIVERED,
    /** A carrier says so of an order that was never sent, or was cancelled: somebody must look. */
    UNEXPECTED
}
