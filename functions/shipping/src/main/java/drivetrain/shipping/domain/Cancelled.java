package drivetrain.shipping.domain;

import drivetrain.kernel.Revision;
import java.util.Objects;
import java.util.Optional;

/**
 * Called off.
 *
 * @param unsure the carrier's shipment of which no label was seen; should a late purchase have made
 *     one, whoever finds it gives it back
 */
public record Cancelled(Revision revision, Parcel parcel, Optional<ShipmentId> unsure)
        implements
            Requested {
    public Cancelled {
        Objects.requireNonNull(unsure);
    }
}
