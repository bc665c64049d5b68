package drivetrain.payments.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
/** The provider may have been asked for an authorization; its answer isn't known. */
public record Authorizing(Revision revision, Terms terms) implements Attempted {

    /** The provider holds the amount. */
    public Authorized authorized(PaymentId paymentId, Cause cause) {
        return new Authorized(revision.next(cause), terms, paymentId);
    }

    /** The provider refused. */
    public Declined declined(String reason, Cause cause) {
        return new Declined(revision.next(cause), terms, reason);
    }

    /** Calls the payment off, whatever became of the request. */
    public Reversing reverse(Cause cause) {
        return new Reversing(revision.next(cause), terms, new Charge.Unknown());
    }
}
