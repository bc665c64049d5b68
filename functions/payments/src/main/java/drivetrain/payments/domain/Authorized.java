package drivetrain.payments.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.util.Objects;

/** The provider holds the amount, and takes it when it is told to. */
public record Authorized(Revision revision, Terms terms, PaymentId paymentId)
        implements
            Attempted {
    public Authorized {
        Objects.requireNonNull(paymentId);
    }

    /** The provider has taken the amount. */
    public Captured captured(Cause cause) {
        return new Captured(revision.next(cause), terms, paymentId);
    }

    /** The provider has let go of the amount without being asked, as it does after some days. */
    public Lapsed lapsed(Cause cause) {
        return new Lapsed(revision.next(cause), terms, paymentId);
    }

    /** The provider has taken the amount and given it back, by hand of somebody else. */
    public Refunded refunded(Cause cause) {
        return new Refunded(revision.next(cause), terms, paymentId);
    }

    /** Calls the payment off. */
    public Reversing reverse(Cause cause) {
        return new Reversing(revision.next(cause), terms, new Charge.Held(paymentId));
    }
}
