package drivetrain.shipping.application;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Booked;
import drivetrain.shipping.domain.Booking;
import drivetrain.shipping.domain.Buying;
import drivetrain.shipping.domain.Cancelled;
import drivetrain.shipping.domain.Cancelling;
import drivetrain.shipping.domain.Delivered;
import drivetrain.shipping.domain.Dispatched;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Purchase;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.ShipmentId;
import drivetrain.shipping.domain.Tombstone;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Calls an order's shipment off: gives its label back, and keeps a booking that comes late from
 * leaving one. Idempotent, and in any order with the booking.
 *
 * <p>That it is called off is stored before the carrier is told. The carrier has no way to forbid
 * a purchase that is under way, so while one may be, this waits for the workflow to try again.
 */
public final class CancelShipment {
    /** Longer than a function that buys may run, so that whatever it sent has taken effect. */
    static final Duration LONGEST_PURCHASE = Duration.ofSeconds(20);

    private final Shipments shipments;
    private final Carrier carrier;
    private final Clock clock;

    /** How it ended. */
    public enum Outcome {
        /** Nothing was booked, nor will be. */
        NOTHING_BOOKED,
        /** It is called off, and its label, if any, given back. */
        CANCELLED,
        /** Too late: the parcel is on its way, or there. */
        ALREADY_DISPATCHED
    }

    @Inject
    public CancelShipment(Shipments shipments, Carrier carrier, Clock clock) {
        this.shipments = shipments;
        this.carrier = carrier;
        this.clock = clock;
    }

    /**
     * Calls the shipment off, also before there is one.
     *
     * @throws DependencyUnavailable also while a purchase may be under way
     */
    public Outcome cancel(OrderId orderId, CorrelationId correlationId) {
        var cause = new Cause(correlationId, clock.instant());
        var standing = shipments.find(orderId)
                .orElseGet(() -> shipments.put(Shipment.bar(orderId, cause)));
        return goOn(standing, cause);
    }

    private Outcome goOn(Shipment standing, Cause cause) {
        return switch (standing) {
            case Booking begun -> goOn(shipments.put(begun.cancel(cause)), cause);
            case Buying unsure -> goOn(shipments.put(unsure.cancel(cause)), cause);
            case Booked booked -> goOn(shipments.put(booked.cancel(cause)), cause);
            case Cancelling unfinished -> goOn(complete(unfinished, cause), cause);
            case Cancelled _ -> Outcome.CANCELLED;
            case Dispatched _,Delivered _ -> Outcome.ALREADY_DISPATCHED;
            case Tombstone _ -> Outcome.NOTHING_BOOKED;
        };
    }

    /** Takes a cancellation one step further, whoever began it; answers where that leads. */
    Shipment complete(Cancelling unfinished, Cause cause) {
        return shipments.put(switch (unfinished.purchase()) {
            case Purchase.Made made -> refunded(unfinished, made.label(), cause);
            case Purchase.Unsure unsure -> asked(unfinished, unsure, cause);
        });
    }

    /** Should a purchase have come through after all, gives its label back. */
    void giveBackIfBought(ShipmentId shipmentId) {
        var whereabouts = carrier.whereabouts(shipmentId);
        if (whereabouts instanceof Carrier.Whereabouts.Bought bought && !bought.refunded()) {
            carrier.refund(shipmentId);
        }
    }

    private Shipment refunded(Cancelling unfinished, Label label, Cause cause) {
        return switch (carrier.refund(label.shipmentId())) {
            case REFUNDED -> unfinished.cancelled(cause);
            case DISPATCHED -> unfinished.dispatched(label, cause);
        };
    }

    private Shipment asked(Cancelling unfinished, Purchase.Unsure unsure, Cause cause) {
        return switch (carrier.whereabouts(unsure.shipmentId())) {
            case Carrier.Whereabouts.Bought bought -> unfinished.found(bought.label(), cause);
            case Carrier.Whereabouts.NotBought _ -> {
                requireNoPurchaseUnderWay(unfinished.orderId(), unsure);
                yield unfinished.cancelled(cause);
            }
        };
    }

    private void requireNoPurchaseUnderWay(OrderId orderId, Purchase.Unsure unsure) {
        if (clock.instant().isBefore(unsure.since().plus(LONGEST_PURCHASE))) {
            throw new DependencyUnavailable(
                    "a label for order " + orderId + " may be in the middle of being bought");
        }
    }
}
