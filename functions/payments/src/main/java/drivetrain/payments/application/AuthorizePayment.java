package drivetrain.payments.application;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.Attempted;
import drivetrain.payments.domain.Authorized;
import drivetrain.payments.domain.Authorizing;
import drivetrain.payments.domain.Captured;
import drivetrain.payments.domain.Declined;
import drivetrain.payments.domain.Lapsed;
import drivetrain.payments.domain.Payment;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Refunded;
import drivetrain.payments.domain.Reversing;
import drivetrain.payments.domain.Terms;
import drivetrain.payments.domain.Tombstone;
import drivetrain.payments.domain.Voided;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Has an order's amount held by the provider, at most once however often it is called.
 *
 * <p>The attempt is stored before the provider is asked. A crash or a timeout in between leaves
 * {@link Authorizing}; the next call makes the same keyed request, which the provider answers as
 * it did the first time. A payment that was called off meanwhile is given back to the provider,
 * and answered as reversed. Two writes, no read, when nothing goes wrong.
 */
public final class AuthorizePayment {
    private final Payments payments;
    private final PaymentProvider provider;
    private final ReversePayment reversal;
    private final Clock clock;

    /** How it ended. */
    public sealed interface Outcome {
        /** The provider holds the amount. */
        record Granted(PaymentId paymentId) implements Outcome {}

        /** The provider refused; {@code reason} is its code. */
        record Refused(String reason) implements Outcome {}

        /** The payment was called off; the provider holds nothing. */
        record Reversed() implements Outcome {}
    }

    @Inject
    public AuthorizePayment(Payments payments, PaymentProvider provider, ReversePayment reversal,
            Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.reversal = reversal;
        this.clock = clock;
    }

    /**
     * Authorizes.
     *
     * @throws TermsDiffer when the order asked on other terms before
     */
    public Outcome authorize(OrderId orderId, Terms terms, CorrelationId correlationId) {
        var cause = new Cause(correlationId, clock.instant());
        var standing = payments.put(Payment.begin(orderId, terms, cause));
        if (standing instanceof Attempted attempted && !attempted.terms().equals(terms)) {
            throw new TermsDiffer(orderId);
        }
        return goOn(standing, cause);
    }

    private Outcome goOn(Payment standing, Cause cause) {
        return switch (standing) {
            case Authorizing armed -> goOn(payments.put(ask(armed, cause)), cause);
            case Authorized held -> new Outcome.Granted(held.paymentId());
            case Captured taken -> new Outcome.Granted(taken.paymentId());
            case Declined declined -> new Outcome.Refused(declined.reason());
            case Lapsed _ -> new Outcome.Refused("authorization_lapsed");
            case Reversing unfinished -> {
                reversal.complete(unfinished, cause);
                yield new Outcome.Reversed();
            }
            case Voided _,Refunded _,Tombstone _ -> new Outcome.Reversed();
        };
    }

    private Payment ask(Authorizing armed, Cause cause) {
        return switch (provider.authorize(armed.orderId(), armed.terms())) {
            case PaymentProvider.Authorization.Held held ->
                armed.authorized(held.paymentId(), cause);
            case PaymentProvider.Authorization.Refused refused ->
                armed.declined(refused.reason(), cause);
        };
    }
}
