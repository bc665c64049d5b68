package drivetrain.payments.domain;

import drivetrain.kernel.Revision;
import java.util.Objects;

/** Called off: the provider took the whole amount, and gave it back. */
public record Refunded(Revision revision, Terms terms, PaymentId paymentId) implements Attempted {
    public Refunded {
        Objects.requireNonNull(paymentId);
    }
}
