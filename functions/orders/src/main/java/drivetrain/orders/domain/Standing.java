package drivetrain.orders.domain;

import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import java.util.Optional;

/** An order past its pivot, which is being carried out. */
public sealed interface Standing extends Order permits Confirmed, Fulfilled {

    /** The payment that confirmed the order. */
    String paymentId();

    @Override
    default Optional<String> payment() {
        return Optional.of(paymentId());
    }

    /** Asks for a cancellation that has something to undo. */
    default CancellationRequested requestCancellation() {
        return new CancellationRequested(purchase().customerId(), true);
    }
}
