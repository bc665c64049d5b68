package drivetrain.payments.application;

import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Terms;
import java.util.Objects;

/**
 * Who holds and moves the money.
 *
 * <p>Every method may be called again after any failure, and never moves money twice. All throw
 * {@link drivetrain.kernel.DependencyUnavailable} when the provider refused to serve the call or
 * couldn't be reached, {@link drivetrain.kernel.DependencyTimeout} when the call may have had its
 * effect, and {@link ProviderRefused} when calling again is pointless.
 */
public interface PaymentProvider {
    /** What became of an authorization. */
    sealed interface Authorization {
        /** The provider holds the amount. */
        record Held(PaymentId paymentId) implements Authorization {
            public Held {
                Objects.requireNonNull(paymentId);
            }
        }

        /**
         * The provider holds nothing and never will under this order.
         *
         * @param reason the provider's code, such as {@code insufficient_funds}
         */
        record Refused(String reason) implements Authorization {
            public Refused {
                Objects.requireNonNull(reason);
            }
        }
    }

    /** What became of a capture. */
    sealed interface Capture {
        /** The provider has taken the amount, now or before. */
        record Taken() implements Capture {}

        /** The provider won't take it. */
        record Impossible(String reason) implements Capture {}
    }

    /** What became of a cancellation. */
    enum Release {
        /** The provider holds nothing any more, as of now or before. */
        RELEASED,
        /** Too late: the provider has taken the amount. */
        TAKEN
    }

    /**
     * Asks the provider to hold the amount, once per order: asked again, it answers what it
     * answered the first time.
     */
    Authorization authorize(OrderId orderId, Terms terms);

    /** Takes the whole amount that is held. */
    Capture capture(PaymentId paymentId);

    /** Lets go of the amount that is held. */
    Release release(PaymentId paymentId);

    /** Gives back the whole amount that was taken, once. */
    void refund(OrderId orderId, PaymentId paymentId, Terms terms);
}
