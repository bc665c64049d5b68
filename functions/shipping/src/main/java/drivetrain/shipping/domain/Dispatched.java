package drivetrain.shipping.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.Revision;
import java.time.Instant;
import java.util.Objects;

/** The carrier has the parcel; it is too late to call it off. */
public record Dispatched(Revision revision, Parcel parcel, Label label) implements Requested {
    public Dispatched {
        Objects.requireNonNull(label);
    }

    /** The customer has the parcel. */
    public Delivered delivered(Instant deliveredAt, Cause cause) {
        return new Delivered(revision.next(cause), parcel, label, deliveredAt);
    }
}
