package drivetrain.shipping.application;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Booked;
import drivetrain.shipping.domain.Booking;
import drivetrain.shipping.domain.Buying;
import drivetrain.shipping.domain.Cancelled;
import drivetrain.shipping.domain.Cancelling;
import drivetrain.shipping.domain.Delivered;
import drivetrain.shipping.domain.Dispatched;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Parcel;
import drivetrain.shipping.domain.Rate;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.Tombstone;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Buys a label for an order's parcel, at the cheapest rate, at most one however often it is
 * called.
 *
 * <p>Every call of the carrier is prepared by a write: what is to be booked, then which label is
 * to be bought. After a crash or a timeout the next call asks the carrier what became of it, and
 * buys only what wasn't bought. Three writes, no read, when nothing goes wrong. A label that was
 * bought while the shipment was called off is given back, and answered as cancelled.
 */
public final class BookShipment {
    private final Shipments shipments;
    private final Carrier carrier;
    private final CancelShipment cancellation;
    private final Clock clock;

    /** How it ended. */
    public sealed interface Outcome {
        /** The parcel can go, or has gone. */
        record Done(Label label) implements Outcome {}

        /** The shipment was called off; no label is left. */
        record CalledOff() implements Outcome {}
    }

    @Inject
    public BookShipment(Shipments shipments, Carrier carrier, CancelShipment cancellation,
            Clock clock) {
        this.shipments = shipments;
        this.carrier = carrier;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /**
     * Books.
     *
     * @throws ShipmentNotBookable when no carrier takes the parcel
     */
    public Outcome book(OrderId orderId, Parcel parcel, CorrelationId correlationId) {
        var cause = new Cause(correlationId, clock.instant());
        var begun = Shipment.begin(orderId, parcel, cause);
        var standing = shipments.put(begun);
        return standing.equals(begun) ? choose(begun, offer(begun), cause) : goOn(standing, cause);
    }

    private Outcome goOn(Shipment standing, Cause cause) {
        return switch (standing) {
            case Booking begun -> choose(begun,
                    carrier.offered(begun.orderId()).orElseGet(() -> offer(begun)), cause);
            case Buying unsure -> resume(unsure, cause);
            case Booked booked -> new Outcome.Done(booked.label());
            case Dispatched moving -> new Outcome.Done(moving.label());
            case Delivered arrived -> new Outcome.Done(arrived.label());
            case Cancelling unfinished -> goOn(cancellation.complete(unfinished, cause), cause);
            case Cancelled cancelled -> {
                cancelled.unsure().ifPresent(cancellation::giveBackIfBought);
                yield new Outcome.CalledOff();
            }
            case Tombstone _ -> new Outcome.CalledOff();
        };
    }

    private Carrier.Answer.Offer offer(Booking begun) {
        var parcel = begun.parcel();
        return switch (carrier.offer(begun.orderId(), parcel.shipTo(), parcel.massGrams())) {
            case Carrier.Answer.Offer offer -> offer;
            case Carrier.Answer.Impossible impossible ->
                throw new ShipmentNotBookable(begun.orderId(), impossible.reason());
        };
    }

    private Outcome choose(Booking begun, Carrier.Answer.Offer offer, Cause cause) {
        var rate = Rate.best(offer.rates())
                .orElseThrow(() -> new ShipmentNotBookable(begun.orderId(), "no rates"));
        return buyOnceWritten(begun.buying(offer.shipmentId(), rate.id(), cause), cause);
    }

    private Outcome resume(Buying unsure, Cause cause) {
        return switch (carrier.whereabouts(unsure.shipmentId())) {
            case Carrier.Whereabouts.Bought bought ->
                goOn(shipments.put(unsure.booked(bought.label(), cause)), cause);
            case Carrier.Whereabouts.NotBought _ -> buyOnceWritten(unsure.again(cause), cause);
        };
    }

    private Outcome buyOnceWritten(Buying armed, Cause cause) {
        var standing = shipments.put(armed);
        return goOn(standing.equals(armed) ? shipments.put(buy(armed, cause)) : standing, cause);
    }

    private Shipment buy(Buying armed, Cause cause) {
        return switch (carrier.buy(armed.shipmentId(), armed.rateId())) {
            case Carrier.Purchased.Bought bought -> armed.booked(bought.label(), cause);
            case Carrier.Purchased.Refused refused ->
                throw new ShipmentNotBookable(armed.orderId(), refused.reason());
        };
    }
}
