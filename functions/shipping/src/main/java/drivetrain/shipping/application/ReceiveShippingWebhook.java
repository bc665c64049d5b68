package drivetrain.shipping.application;

import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Cause;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Shipment;
import jakarta.inject.Inject;
import java.time.Clock;

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
    public enum Outcome {
        /** Authentic; the shipment is now at least where the message says, if it concerns us. */
        HEARD,
        /** Not authentic. */
        FORGED
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
            case Notice.Forged _ -> Outcome.FORGED;
            case Notice.Irrelevant _ -> Outcome.HEARD;
            case Notice.Told told -> {
                if (!seen.contains(told.eventId())) {
                    hear(told);
                    seen.add(told.eventId());
                }
                yield Outcome.HEARD;
            }
        };
    }

    private void hear(Notice.Told told) {
        if (carrier.whereabouts(told.shipmentId()) instanceof Carrier.Whereabouts.Bought bought) {
            bought.orderId().ifPresent(orderId -> hear(told, orderId, bought.label()));
        }
    }

    private void hear(Notice.Told told, OrderId orderId, Label label) {
        shipments.find(orderId).ifPresent(standing -> follow(told, standing, label));
    }

    private void follow(Notice.Told told, Shipment standing, Label label) {
        var flow = standing.revision().cause().correlationId();
        told.news().change(standing, label, new Cause(flow, clock.instant()))
                .ifPresent(next -> follow(told, shipments.put(next), label));
    }
}
