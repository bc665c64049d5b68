package drivetrain.shipping.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.util.Objects;

/** A label may have been bought; whether it was isn't known. */
public record Buying(Revision revision, Parcel parcel, ShipmentId shipmentId, String rateId)
        implements
            Requested {
    public Buying {
        Objects.requireNonNull(shipmentId);
        Objects.requireNonNull(rateId);
    }

    /** It is about to be bought once more, as it wasn't before. */
    public Buying again(Cause cause) {
        return new Buying(revision.next(cause), parcel, shipmentId, rateId);
    }

    /** It is bought. */
    public Booked booked(Label label, Cause cause) {
        return new Booked(revision.next(cause), parcel, label);
    }

    /** Calls the shipment off, whatever became of the purchase. */
    public Cancelling cancel(Cause cause) {
        return new Cancelling(revision.next(cause), parcel,
                new Purchase.Unsure(shipmentId, revision.cause().at()));
    }
}
