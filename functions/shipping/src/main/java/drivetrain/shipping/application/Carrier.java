package drivetrain.shipping.application;

import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Rate;
import drivetrain.shipping.domain.ShipmentId;
import java.util.List;
import java.util.Optional;

/**
 * Who carries parcels.
 *
 * <p>All methods throw {@link drivetrain.kernel.DependencyUnavailable} when the carrier refused to
 * serve the call or couldn't be reached, {@link drivetrain.kernel.DependencyTimeout} when the call
 * may have had its effect, and {@link CarrierRefused} when calling again is pointless.
 */
public interface Carrier {
    /** What a carrier says to an address and a mass. */
    sealed interface Answer {
        /** A shipment that can be bought at one of these rates; there may be none. */
        record Offer(ShipmentId shipmentId, List<Rate> rates) implements Answer {
            public Offer {
                rates = List.copyOf(rates);
            }
        }

        /**
         * The carrier can't go there, or carry that.
         *
         * @param reason the carrier's code
         */
        record Impossible(String reason) implements Answer {}
    }

    /** What became of a purchase. */
    sealed interface Purchased {
        /** The label is bought, now or before. */
        record Bought(Label label) implements Purchased {}

        /**
         * The carrier won't sell it.
         *
         * @param reason the carrier's code
         */
        record Refused(String reason) implements Purchased {}
    }

    /** Whether a label that was bought could be given back. */
    enum Refund {
        /** It is given back, now or before. */
        REFUNDED,
        /** Too late: the parcel is on its way. */
        DISPATCHED
    }

    /** What became of a shipment at the carrier. */
    sealed interface Whereabouts {
        /** Nothing was bought. */
        record NotBought() implements Whereabouts {}

        /**
         * A label was bought.
         *
         * @param orderId whose it is; empty when it is none of ours
         * @param refunded whether it was given back since
         */
        record Bought(Label label, Optional<OrderId> orderId, boolean refunded)
                implements
                    Whereabouts {}
    }

    /** Asks for rates under an order's id. Costs nothing, however often. */
    Answer offer(OrderId orderId, Address to, long massGrams);

    /** Asks for rates for nobody in particular. Costs nothing. */
    Answer quote(Address to, long massGrams);

    /** What was offered under an order's id before. */
    Optional<Answer.Offer> offered(OrderId orderId);

    /** Buys a label, at most one per shipment, however often it is called. */
    Purchased buy(ShipmentId shipmentId, String rateId);

    /** What became of a shipment. */
    Whereabouts whereabouts(ShipmentId shipmentId);

    /** Gives a label back, at most once. */
    Refund refund(ShipmentId shipmentId);
}
