package drivetrain.payments.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.util.Objects;

/** The provider let go of the amount by itself, so that it can't be taken any more. */
public record Lapsed(Revision revision, Terms terms, PaymentId paymentId) implements Attempted {
    public Lapsed {
        Objects.requireNonNull(paymentId);
    }

    /** Calls the payment off; there is nothing left to tell the provider. */
    public Voided voided(Cause cause) {
        return new Voided(revision.next(cause), terms);
    }
}
