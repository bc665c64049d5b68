package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

/**
 * How an order is sent.
 *
 * @param shipmentId the shipping service's id of it
 * @param trackingCode what the customer can follow it by
 * @param carrier the carrier's name
 */
public record Fulfilment(String shipmentId, String trackingCode, String carrier) {
    public Fulfilment {
        requireNonNull(shipmentId, "shipmentId");
        requireNonNull(trackingCode, "trackingCode");
        requireNonNull(carrier, "carrier");
    }
}
