package drivetrain.orders.domain;

/** The state of an order in one word, as clients see it. */
public enum Status {
    PLACED, CONFIRMED, FULFILLED, DELIVERED, REJECTED, CANCELLING, CANCELLED;

    /** Whether nothing more will happen to the order. */
    public boolean isFinal() {
        return this == DELIVERED || this == REJECTED || this == CANCELLED;
    }
}
