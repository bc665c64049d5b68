package drivetrain.shipping.domain;

import drivetrain.kernel.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The customer has the parcel.
 *
 * @param deliveredAt as the carrier says; kept in milliseconds
 */
public record Delivered(Revision revision, Parcel parcel, Label label, Instant deliveredAt)
        implements
            Requested {
    public Delivered {
        Objects.requireNonNull(label);
        deliveredAt = deliveredAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
