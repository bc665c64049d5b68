package drivetrain.shipping.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.util.Optional;

/** The carrier may have been asked for rates, which costs nothing. */
public record Booking(Revision revision, Parcel parcel) implements Requested {

    /** A label of this shipment of the carrier's, at this rate, is about to be bought. */
    public Buying buying(ShipmentId shipmentId, String rateId, Cause cause) {
        return new Buying(revision.next(cause), parcel, shipmentId, rateId);
    }

    /** Calls the shipment off; since nothing was bought, there is nothing to give back. */
    public Cancelled cancel(Cause cause) {
        return new Cancelled(revision.next(cause), parcel, Optional.empty());
    }
}
