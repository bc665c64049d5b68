package drivetrain.shipping.domain;

import java.util.Objects;

/** The right to have one parcel carried, paid for. */
public record Label(ShipmentId shipmentId, String carrier, String trackingCode) {
    public Label {
        Objects.requireNonNull(shipmentId);
        Objects.requireNonNull(carrier);
        Objects.requireNonNull(trackingCode);
    }
}
