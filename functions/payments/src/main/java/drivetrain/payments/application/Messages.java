package drivetrain.payments.application;

import drivetrain.payments.domain.Payment;
import java.util.Optional;

/**
 * The provider's messages, each of which has its effect once, for as long as the provider may
 * repeat it.
 *
 * <p>Fails as {@link Payments} do; then handling a message again is safe.
 */
public interface Messages {
    /**
     * Writes a state as {@link Payments#put} does, and notes in the same transaction that the
     * message has had its effect.
     *
     * @return where the payment stands now; nothing when the message had its effect before, in which
     *     case nothing is written
     */
    Optional<Payment> put(Payment next, String eventId);
}
