package drivetrain.shipping.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.time.Instant;
import java.util.Objects;

/** A label is bought; the parcel waits for the carrier. */
public record Booked(Revision revision, Parcel parcel, Label label) implements Requested {
    public Booked {
        Objects.requireNonNull(label);
    }

    /** The carrier has the parcel. */
    public Dispatched dispatched(Cause cause) {
        return new Dispatched(revision.next(cause), parcel, label);
    }

    /** The customer has the parcel. */
    public Delivered delivered(Instant deliveredAt, Cause cause) {
        return new Delivered(revision.next(cause), parcel, label, deliveredAt);
    }

    /** Calls the shipment off. */
    public Cancelling cancel(Cause cause) {
        return new Cancelling(revision.next(cause), parcel, new Purchase.Made(label));
    }
}
