package drivetrain.payments.domain;

/** The name of a payment's state. */
public enum PaymentStatus {
    AUTHORIZING, AUTHORIZED, DECLINED, CAPTURED, LAPSED, REVERSING, VOIDED, REFUNDED,
    /** Called off before it was asked for. */
    TOMBSTONE;

    /** The name of the state that a payment is in. */
    public static PaymentStatus of(Payment payment) {
        return switch (payment) {
            case Authorizing _ -> AUTHORIZING;
            case Authorized _ -> AUTHORIZED;
            case Declined _ -> DECLINED;
            case Captured _ -> CAPTURED;
            case Lapsed _ -> LAPSED;
            case Reversing _ -> REVERSING;
            case Voided _ -> VOIDED;
            case Refunded _ -> REFUNDED;
            case Tombstone _ -> TOMBSTONE;
        };
    }
}
