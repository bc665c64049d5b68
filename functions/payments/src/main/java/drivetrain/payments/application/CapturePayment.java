package drivetrain.payments.application;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.Authorized;
import drivetrain.payments.domain.Authorizing;
import drivetrain.payments.domain.Captured;
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
 * Takes the amount that the provider holds for an order, once.
 *
 * <p>No attempt is stored before this call: {@link Authorized} already says all that is needed to
 * make it again, and the provider, where captures, releases and refunds of one payment are in a
 * row, decides a race against a reversal. A payment that was called off meanwhile is given back.
 */
public final class CapturePayment {
    private final Payments payments;
    private final PaymentProvider provider;
    private final ReversePayment reversal;
    private final Clock clock;

    /** How it ended. */
    public enum Outcome {
        /** The provider has taken the amount. */
        CAPTURED,
        /** The payment was called off before the amount was taken. */
        VOIDED,
        /** The payment was called off, and the amount given back. */
        REFUNDED
    }

    @Inject
    public CapturePayment(Payments payments, PaymentProvider provider, ReversePayment reversal,
            Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.reversal = reversal;
        this.clock = clock;
    }

    /**
     * Captures.
     *
     * @throws PaymentNotCapturable when there is nothing to take, and there won't be
     */
    public Outcome capture(OrderId orderId, CorrelationId correlationId) {
        return goOn(find(orderId), new Cause(correlationId, clock.instant()));
    }

    private Outcome goOn(Payment standing, Cause cause) {
        return switch (standing) {
            case Authorized held -> goOn(take(held, cause), cause);
            case Captured _ -> Outcome.CAPTURED;
            case Reversing unfinished -> switch (reversal.complete(unfinished, cause)) {
                case REFUNDED -> Outcome.REFUNDED;
                case VOIDED, NOTHING -> Outcome.VOIDED;
            };
            case Voided _,Tombstone _ -> Outcome.VOIDED;
            case Refunded _ -> Outcome.REFUNDED;
            case Lapsed lapsed ->
                throw new PaymentNotCapturable(lapsed.orderId(), "the authorization has lapsed");
            case Declined declined ->
                throw new PaymentNotCapturable(declined.orderId(), "it was declined");
            case Authorizing armed ->
                throw new PaymentNotCapturable(armed.orderId(), "it isn't authorized yet");
        };
    }

    private Payment take(Authorized held, Cause cause) {
        return switch (provider.capture(held.paymentId())) {
            case PaymentProvider.Capture.Taken _ -> payments.put(held.captured(cause));
            case PaymentProvider.Capture.Impossible impossible ->
                explained(held, impossible.reason());
        };
    }

    /** The provider refuses because it was told to, or of its own accord: our own record knows. */
    private Payment explained(Authorized held, String reason) {
        var standing = find(held.orderId());
        if (standing.equals(held)) {
            throw new PaymentNotCapturable(held.orderId(), reason);
        }
        return standing;
    }

    private Payment find(OrderId orderId) {
        return payments.find(orderId)
                .orElseThrow(() -> new PaymentNotCapturable(orderId, "there is none"));
    }
}
