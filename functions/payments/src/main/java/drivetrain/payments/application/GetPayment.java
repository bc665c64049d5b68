package drivetrain.payments.application;

import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.Payment;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where an order's payment stands. Whether the caller may see it is for the edge to say. */
public final class GetPayment {
    private final Payments payments;

    @Inject
    public GetPayment(Payments payments) {
        this.payments = payments;
    }

    public Optional<Payment> of(OrderId orderId) {
        return payments.find(orderId);
    }
}
