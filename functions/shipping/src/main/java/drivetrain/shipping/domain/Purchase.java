package drivetrain.shipping.domain;

import java.time.Instant;

/** What was bought of a shipment that is called off. */
public sealed interface Purchase {
    /** A label may have been bought, by a call that was about to be made at the given time. */
    record Unsure(ShipmentId shipmentId, Instant since) implements Purchase {}

    /** This label was bought. */
    record Made(Label label) implements Purchase {}
}
