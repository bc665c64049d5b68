package drivetrain.payments.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.util.Objects;

/** The provider has taken the amount. */
public record Captured(Revision revision, Terms terms, PaymentId paymentId) implements Attempted {
    public Captured {
        Objects.requireNonNull(paymentId);
    }

    /** The provider has given the amount back, by hand of somebody else. */
    public Refunded refunded(Cause cause) {
        return new Refunded(revision.next(cause), terms, paymentId);
    }

    /** Calls the payment off. */
    public Reversing reverse(Cause cause) {
        return new Reversing(revision.next(cause), terms, new Charge.Taken(paymentId));
    }
}
