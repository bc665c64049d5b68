package drivetrain.shipping.application;

import drivetrain.shipping.domain.News;
import drivetrain.shipping.domain.ShipmentId;

/** A message that claims to come from the carrier, as far as it is understood. */
public sealed interface Notice {
    /** Not signed by the carrier, or not readable. */
    record Forged() implements Notice {}

    /** The carrier's, but nothing that shipping follows. */
    record Irrelevant() implements Notice {}

    /**
     * The carrier's news of one parcel.
     *
     * @param eventId the same each time the carrier sends this message
     */
    record Told(String eventId, ShipmentId shipmentId, News news) implements Notice {}
}
