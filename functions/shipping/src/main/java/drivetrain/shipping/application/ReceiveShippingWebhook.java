package drivetrain.shipping.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.application.Carrier.Whereabouts.Bought;
import drivetrain.shipping.domain.Cause;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Shipment;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes the carrier's word for where a parcel is.
 *
 * <p>A message names the carrier's shipment only, so the carrier is asked whose it is, and for its
 * label. A message is remembered after it took effect, so that one whose handling crashed is
 * handled again when the carrier repeats it. What it does is idempotent and only ever leads
 * forward.
 */
public final class ReceiveShippingWebhook {
    private final NoticeReader reader;
    private final SeenEvents seen;
    private final Shipments shipments;
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
    public ReceiveShippingWebhook(NoticeReader reader, SeenEvents seen, Shipments shipments,
            Carrier carrier, Clock clock) {
        this.reader = reader;
        this.seen = seen;
        this.shipments = shipments;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Receives one message; its parameters are those of {@link NoticeReader#read}. */
    public Outcome receive(String signature, String body) {
        return switch (reader.read(signature, body)) {
            case Notice.Forged _ -> new Outcome.Forged();
            case Notice.Irrelevant _ -> new Outcome.Heard(Optional.empty());
            case Notice.Told told -> new Outcome.Heard(
                    seen.contains(told.eventId()) ? Optional.empty() : hear(told));
        };
    }

    private Optional<CorrelationId> hear(Notice.Told told) {
        var flow = carrier.whereabouts(told.shipmentId()) instanceof Bought bought
                ? bought.orderId().flatMap(orderId -> hear(told, orderId, bought.label()))
                : Optional.<CorrelationId>empty();
        seen.add(told.eventId());
        return flow;
    }

    private Optional<CorrelationId> hear(Notice.Told told, OrderId orderId, Label label) {
        var standing = shipments.find(orderId);
        standing.ifPresent(shipment -> follow(told, shipment, label));
        return standing.map(shipment -> shipment.revision().cause().correlationId());
    }

    private void follow(Notice.Told told, Shipment standing, Label label) {
        var flow = standing.revision().cause().correlationId();
        told.news().change(standing, label, new Cause(flow, clock.instant()))
                .ifPresent(next -> follow(told, shipments.put(next), label));
    }
}
