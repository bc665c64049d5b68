package drivetrain.shipping.application;

import drivetrain.shipping.domain.Shipment;
import java.util.Optional;

/**
 * The carrier's messages, each of which has its effect once, for as long as the carrier may
 * repeat it.
 *
 * <p>Fails as {@link Shipments} do; then handling a message again is safe.
 */
public interface Messages {
    /**
     * Writes a state as {@link Shipments#put} does, and notes in the same transaction that the
     * message has had its effect.
     *
     * @return where the shipment stands now; nothing when the message had its effect before, in which
     *     case nothing is written
     */
    Optional<Shipment> put(Shipment next, String eventId);

    /** Whether a message has had its effect. */
    boolean knows(String eventId);
}
