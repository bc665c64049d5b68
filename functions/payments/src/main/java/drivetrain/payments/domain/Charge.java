package drivetrain.payments.domain;

/** What the provider has of a payment that is called off. */
public sealed interface Charge {
    /** It may have been asked; what it answered isn't known. */
    record Unknown() implements Charge {}

    /** It holds the amount, and may have been told to take it. */
    record Held(PaymentId paymentId) implements Charge {}

    /** It has taken the amount. */
    record Taken(PaymentId paymentId) implements Charge {}
}
