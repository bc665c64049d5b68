package drivetrain.shipping.application;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.application.Carrier.Whereabouts.Bought;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Shipment;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes the carrier's word for where a parcel is.
 *
 * <p>A message names the carrier's shipment only, so the carrier is asked whose it is, and for its
 * label, unless the message is known. A message is noted in the transaction of its last effect: one
 * whose handling crashed is handled again when the carrier repeats it, and one that had its effect
 * never has it again. A message that changes nothing isn't noted; it changes nothing the next time
 * either.
 */
public final class ReceiveShippingWebhook {
    private final NoticeReader reader;
    private final Shipments shipments;
    private final Messages messages;
    private final Carrier carrier;
    private final Clock clock;

    /** How it ended. */
    public sealed interface Outcome {
        /**
         * Authentic; the shipment is now at least where the message says, if it concerns us.
         *
         * @param flow what the shipment belongs to; empty for a message of no concern, or known
         */
        record Heard(Optional<CorrelationId> flow) implements Outcome {}

        /** Not authentic. */
        record Forged() implements Outcome {}
    }

    @Inject
    public ReceiveShippingWebhook(NoticeReader reader, Shipments shipments, Messages messages,
            Carrier carrier, Clock clock) {
        this.reader = reader;
        this.shipments = shipments;
        this.messages = messages;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Receives one message; its parameters are those of {@link NoticeReader#read}. */
    public Outcome receive(String signature, String body) {
        return switch (reader.read(signature, body)) {
            case Notice.Forged _ -> new Outcome.Forged();
            case Notice.Irrelevant _ -> new Outcome.Heard(Optional.empty());
            case Notice.Told told -> new Outcome.Heard(
                    messages.knows(told.eventId()) ? Optional.empty() : hear(told));
        };
    }

    private Optional<CorrelationId> hear(Notice.Told told) {
        return carrier.whereabouts(told.shipmentId()) instanceof Bought bought
                ? bought.orderId().flatMap(orderId -> hear(told, orderId, bought.label()))
                : Optional.empty();
    }

    private Optional<CorrelationId> hear(Notice.Told told, OrderId orderId, Label label) {
        var standing = shipments.find(orderId);
        standing.ifPresent(shipment -> follow(told, shipment, label));
        return standing.map(shipment -> shipment.revision().cause().correlationId());
    }

    private void follow(Notice.Told told, Shipment standing, Label label) {
        var flow = standing.revision().cause().correlationId();
        var cause = new Cause(flow, clock.instant());
        told.news().change(standing, label, cause).ifPresent(next -> {
            boolean last = told.news().change(next, label, cause).isEmpty();
            // Noted with the last step only: a crash before it leaves the rest to the next copy.
            var now = last
                    ? messages.put(next, told.eventId())
                    : Optional.of(shipments.put(next));
            now.ifPresent(stands -> follow(told, stands, label));
        });
    }
}
