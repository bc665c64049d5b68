package drivetrain.payments.domain;

import drivetrain.kernel.Cause;
import java.util.Optional;

/**
 * What the provider tells of its own accord. It may come late, twice, or in another order than it
 * happened, so it only ever moves a payment forward.
 */
public sealed interface News {
    /** The provider's id of the payment that this is about. */
    PaymentId paymentId();

    /**
     * The state that a payment is in after this news; empty when the news changes nothing, because
     * it is known, overtaken, or about another payment than the order's.
     */
    Optional<Payment> change(Payment payment, Cause cause);

    /** The provider holds the amount. */
    record Held(PaymentId paymentId) implements News {
        @Override
        public Optional<Payment> change(Payment payment, Cause cause) {
            return switch (payment) {
                case Authorizing asked -> Optional.of(asked.authorized(paymentId, cause));
                case Reversing unsure when unsure.charge() instanceof Charge.Unknown ->
                    Optional.of(unsure.found(new Charge.Held(paymentId), cause));
                case Attempted _,Tombstone _ -> Optional.empty();
            };
        }
    }

    /** The provider has taken the amount. */
    record Taken(PaymentId paymentId) implements News {
        @Override
        public Optional<Payment> change(Payment payment, Cause cause) {
            return switch (payment) {
                case Authorized held when held.paymentId().equals(paymentId) ->
                    Optional.of(held.captured(cause));
                case Attempted _,Tombstone _ -> Optional.empty();
            };
        }
    }

    /** The provider has let go of the amount. */
    record Released(PaymentId paymentId) implements News {
        @Override
        public Optional<Payment> change(Payment payment, Cause cause) {
            return switch (payment) {
                case Authorized held when held.paymentId().equals(paymentId) ->
                    Optional.of(held.lapsed(cause));
                case Attempted _,Tombstone _ -> Optional.empty();
            };
        }
    }

    /** The provider has given back the whole amount that it had taken. */
    record GivenBack(PaymentId paymentId) implements News {
        @Override
        public Optional<Payment> change(Payment payment, Cause cause) {
            return switch (payment) {
                case Authorized held when held.paymentId().equals(paymentId) ->
                    Optional.of(held.refunded(cause));
                case Captured taken when taken.paymentId().equals(paymentId) ->
                    Optional.of(taken.refunded(cause));
                case Attempted _,Tombstone _ -> Optional.empty();
            };
        }
    }
}
