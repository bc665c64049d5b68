package drivetrain.payments.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.util.Objects;

/**
 * Called off, but the provider may not know yet.
 *
 * @param charge what the provider was known to have when the payment was called off
 */
public record Reversing(Revision revision, Terms terms, Charge charge) implements Attempted {
    public Reversing {
        Objects.requireNonNull(charge);
    }

    /** The provider turns out to hold, or to have taken, the amount. */
    public Reversing found(Charge found, Cause cause) {
        return new Reversing(revision.next(cause), terms, found);
    }

    /** The provider had refused all along. */
    public Declined declined(String reason, Cause cause) {
        return new Declined(revision.next(cause), terms, reason);
    }

    /** The provider has let go of the amount. */
    public Voided voided(Cause cause) {
        return new Voided(revision.next(cause), terms);
    }

    /** The provider has given the amount back. */
    public Refunded refunded(PaymentId paymentId, Cause cause) {
        return new Refunded(revision.next(cause), terms, paymentId);
    }
}
