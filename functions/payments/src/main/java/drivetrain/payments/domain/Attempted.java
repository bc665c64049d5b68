package drivetrain.payments.domain;

/** A payment that was asked for, or is about to be. */
public sealed interface Attempted extends Payment
        permits Authorizing, Authorized, Declined, Captured, Lapsed, Reversing, Voided, Refunded {
    /** What was asked for; the same in every state. */
    Terms terms();
}
