package drivetrain.shipping.events;

import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.JsonTypes;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.shipping.domain.Booked;
import drivetrain.shipping.domain.Booking;
import drivetrain.shipping.domain.Buying;
import drivetrain.shipping.domain.Cancelled;
import drivetrain.shipping.domain.Cancelling;
import drivetrain.shipping.domain.Delivered;
import drivetrain.shipping.domain.Dispatched;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.Tombstone;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;

/** Which event a new state of a shipment means. Being under way means none. */
public final class ShipmentEvents {
    private static final String SOURCE = "drivetrain.shipping";
    private static final JsonType<LabelData> LABEL = JsonTypes.strict(LabelData.class);
    private static final JsonType<DeliveryData> DELIVERY = JsonTypes.strict(DeliveryData.class);
    private static final JsonType<OrderData> ORDER = JsonTypes.strict(OrderData.class);

    @Json
    record LabelData(String orderId, String carrier, String trackingCode) {}

    @Json
    record DeliveryData(String orderId, Instant deliveredAt) {}

    @Json
    record OrderData(String orderId) {}

    private ShipmentEvents() {}

    /** The events of a state; the same, with the same ids, each time. */
    public static List<OutgoingEvent> of(Shipment shipment) {
        var orderId = shipment.orderId().value();
        return switch (shipment) {
            case Booked booked -> event(booked, "ShipmentBooked", data(orderId, booked.label()));
            case Dispatched moving ->
                event(moving, "ShipmentDispatched", data(orderId, moving.label()));
            case Delivered arrived -> event(arrived, "ShipmentDelivered",
                    DELIVERY.toJson(new DeliveryData(orderId, arrived.deliveredAt())));
            case Cancelled cancelled ->
                event(cancelled, "ShipmentCancelled", ORDER.toJson(new OrderData(orderId)));
            case Booking _,Buying _,Cancelling _,Tombstone _ -> List.of();
        };
    }

    private static String data(String orderId, Label label) {
        return LABEL.toJson(new LabelData(orderId, label.carrier(), label.trackingCode()));
    }

    private static List<OutgoingEvent> event(Shipment shipment, String type, String data) {
        var cause = shipment.revision().cause();
        var id = "shipping:" + shipment.orderId() + ":" + shipment.version();
        var metadata = new EventMetadata(id, 1, cause.at(), cause.correlationId().value(),
                shipment.version());
        return List.of(OutgoingEvent.of(SOURCE, type, metadata, data));
    }
}
