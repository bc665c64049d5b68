package drivetrain.shipping.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.util.Objects;
import java.util.Optional;

/** Called off, but the carrier may not know yet. */
public record Cancelling(Revision revision, Parcel parcel, Purchase purchase)
        implements
            Requested {
    public Cancelling {
        Objects.requireNonNull(purchase);
    }

    /** A label turns out to have been bought. */
    public Cancelling found(Label label, Cause cause) {
        return new Cancelling(revision.next(cause), parcel, new Purchase.Made(label));
    }

    /** The label was given back; or none was seen, in which case one may still turn up. */
    public Cancelled cancelled(Cause cause) {
        return new Cancelled(revision.next(cause), parcel, switch (purchase) {
            case Purchase.Unsure unsure -> Optional.of(unsure.shipmentId());
            case Purchase.Made _ -> Optional.empty();
        });
    }

    /** Too late: the carrier has the parcel. */
    public Dispatched dispatched(Label label, Cause cause) {
        return new Dispatched(revision.next(cause), parcel, label);
    }
}
