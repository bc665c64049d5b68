package drivetrain.orders.domain;

/** The outcome of DeclineCancellation. */
public enum Declination {
    /** The order goes on. */
    DECLINED
}
