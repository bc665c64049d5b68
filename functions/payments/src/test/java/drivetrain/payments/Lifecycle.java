package drivetrain.payments;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.Authorized;
import drivetrain.payments.domain.Authorizing;
import drivetrain.payments.domain.Captured;
import drivetrain.payments.domain.Payment;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Terms;
import java.time.Instant;
import java.util.List;

/** A payment in each of its states, for tests. */
public record Lifecycle(OrderId orderId) {
    public static final PaymentId PI = new PaymentId("pi_1");
    public static final Cause CAUSE = new Cause(new CorrelationId("flow-1"),
            Instant.parse("2026-11-21T10:15:30.120Z"));
    public static final Terms TERMS = new Terms(new CustomerId("ann"), new Money(12_900, "EUR"),
            "pm_card_visa");

    public Authorizing authorizing() {
        return Payment.begin(orderId, TERMS, CAUSE);
    }

    public Authorized authorized() {
        return authorizing().authorized(PI, CAUSE);
    }

    public Captured captured() {
        return authorized().captured(CAUSE);
    }

    /** How many there are of {@link #all}. */
    public static final int STATES = 12;

    /** Every state, by every way there is to it. */
    public List<Payment> all() {
        return List.of(Payment.bar(orderId, CAUSE), authorizing(), authorized(), captured(),
                authorizing().declined("insufficient_funds", CAUSE), authorized().lapsed(CAUSE),
                authorizing().reverse(CAUSE), authorized().reverse(CAUSE),
                captured().reverse(CAUSE), authorized().reverse(CAUSE).voided(CAUSE),
                captured().reverse(CAUSE).refunded(PI, CAUSE), captured().refunded(CAUSE));
    }
}
