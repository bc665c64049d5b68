package drivetrain.payments.application;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.Authorized;
import drivetrain.payments.domain.Authorizing;
import drivetrain.payments.domain.Captured;
import drivetrain.payments.domain.Charge;
import drivetrain.payments.domain.Declined;
import drivetrain.payments.domain.Lapsed;
import drivetrain.payments.domain.Payment;
import drivetrain.payments.domain.Refunded;
import drivetrain.payments.domain.Reversing;
import drivetrain.payments.domain.Tombstone;
import drivetrain.payments.domain.Voided;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Calls an order's payment off: lets go of what is held, gives back what was taken, and keeps a
 * step forward that comes late from having any effect. VoidPayment and RefundPayment are both
 * this.
 *
 * <p>That it is called off is stored before the provider is told. When nobody knows whether the
 * provider was ever asked, the same keyed request is made again: it answers what became of the
 * first, and that is then let go of. Idempotent, and in any order with the steps forward.
 */
public final class ReversePayment {
    private final Payments payments;
    private final PaymentProvider provider;
    private final Clock clock;

    /** How it ended. */
    public enum Outcome {
        /** Nothing was ever held or taken, nor will be. */
        NOTHING,
        /** What was held has been let go of. */
        VOIDED,
        /** What was taken has been given back. */
        REFUNDED
    }

    @Inject
    public ReversePayment(Payments payments, PaymentProvider provider, Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.clock = clock;
    }

    /** Calls the payment off, also before there is one. */
    public Outcome reverse(OrderId orderId, CorrelationId correlationId) {
        var cause = new Cause(correlationId, clock.instant());
        var standing = payments.find(orderId)
                .orElseGet(() -> payments.put(Payment.bar(orderId, cause)));
        return goOn(standing, cause);
    }

    /** Finishes what somebody else has begun. */
    Outcome complete(Reversing unfinished, Cause cause) {
        return goOn(unfinished, cause);
    }

    private Outcome goOn(Payment standing, Cause cause) {
        return switch (standing) {
            case Authorizing armed -> goOn(payments.put(armed.reverse(cause)), cause);
            case Authorized held -> goOn(payments.put(held.reverse(cause)), cause);
            case Captured taken -> goOn(payments.put(taken.reverse(cause)), cause);
            case Lapsed lapsed -> goOn(payments.put(lapsed.voided(cause)), cause);
            case Reversing unfinished -> goOn(payments.put(undone(unfinished, cause)), cause);
            case Voided _ -> Outcome.VOIDED;
            case Refunded _ -> Outcome.REFUNDED;
            case Declined _,Tombstone _ -> Outcome.NOTHING;
        };
    }

    private Payment undone(Reversing payment, Cause cause) {
        return switch (payment.charge()) {
            case Charge.Unknown _ -> found(payment, cause);
            case Charge.Held held -> switch (provider.release(held.paymentId())) {
                case RELEASED -> payment.voided(cause);
                case TAKEN -> payment.found(new Charge.Taken(held.paymentId()), cause);
            };
            case Charge.Taken taken -> {
                provider.refund(payment.orderId(), taken.paymentId(), payment.terms());
                yield payment.refunded(taken.paymentId(), cause);
            }
        };
    }

    private Payment found(Reversing payment, Cause cause) {
        return switch (provider.authorize(payment.orderId(), payment.terms())) {
            case PaymentProvider.Authorization.Held held ->
                payment.found(new Charge.Held(held.paymentId()), cause);
            case PaymentProvider.Authorization.Refused refused ->
                payment.declined(refused.reason(), cause);
        };
    }
}
