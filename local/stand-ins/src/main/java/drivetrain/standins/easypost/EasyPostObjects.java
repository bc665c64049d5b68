package drivetrain.standins.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.standins.server.Ids;
import drivetrain.standins.server.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** EasyPost's JSON objects. */
final class EasyPostObjects {
    private static final int ID_LENGTH = 32;

    private EasyPostObjects() {}

    static ObjectNode shipment(Shipment shipment) {
        ObjectNode json = Json.object().put("id", shipment.id()).put("object", "Shipment")
                .put("mode", "test").put("created_at", shipment.created().toString())
                .put("updated_at", shipment.updated().toString()).put("is_return", false)
                .put("reference", shipment.reference().isEmpty() ? null : shipment.reference());
        json.set("to_address", part(shipment, "to_address", "adr", "Address"));
        json.set("from_address", part(shipment, "from_address", "adr", "Address"));
        json.set("parcel", part(shipment, "parcel", "prcl", "Parcel"));
        json.set("options", shipment.request().path("options").isObject()
                ? shipment.request().path("options")
                : Json.object());
        json.putArray("messages");
        ArrayNode rates = json.putArray("rates");
        shipment.rates().forEach(rate -> rates.add(rate(shipment, rate)));
        shipment.label().ifPresentOrElse(label -> addLabel(json, shipment, label),
                () -> json.putNull("selected_rate").putNull("postage_label").putNull("tracker")
                        .putNull("tracking_code").put("status", "unknown"));
        return json.put("refund_status", refundStatus(shipment));
    }

    private static void addLabel(ObjectNode json, Shipment shipment, Shipment.Label label) {
        json.set("selected_rate", rate(shipment, label.rate()));
        json.set("postage_label", Json.object().put("id", id("pl", shipment.id()))
                .put("object", "PostageLabel").put("label_file_type", "image/png")
                .put("label_url", "https://easypost-files.example/" + shipment.id() + ".png"));
        json.set("tracker", tracker(shipment, label));
        json.put("tracking_code", label.trackingCode()).put("status", label.parcel().wireName());
    }

    static ObjectNode tracker(Shipment shipment, Shipment.Label label) {
        ObjectNode json = Json.object().put("id", label.trackerId()).put("object", "Tracker")
                .put("mode", "test").put("tracking_code", label.trackingCode())
                .put("status", label.parcel().wireName()).put("shipment_id", shipment.id())
                .put("carrier", label.rate().carrier().name())
                .put("created_at", shipment.created().toString())
                .put("updated_at", shipment.updated().toString())
                .put("public_url", "https://track.easypost.com/" + label.trackerId());
        json.putArray("fees");
        ArrayNode details = json.putArray("tracking_details");
        for (Shipment.ParcelStatus status : Shipment.ParcelStatus.values()) {
            if (status.compareTo(label.parcel()) <= 0) {
                details.addObject().put("object", "TrackingDetail")
                        .put("message", status.wireName()).put("status", status.wireName())
                        .put("datetime", shipment.updated().toString())
                        .put("source", label.rate().carrier().name());
            }
        }
        return json;
    }

    /** An Event that says where a parcel is now, and where it was. */
    static ObjectNode trackerUpdated(String id, Shipment shipment, String was, Instant now) {
        ObjectNode event = Json.object().put("id", id).put("object", "Event")
                .put("description", "tracker.updated").put("mode", "test")
                .put("status", "pending").put("created_at", now.toString())
                .put("updated_at", now.toString());
        event.set("previous_attributes", Json.object().put("status", was));
        event.putArray("pending_urls");
        event.putArray("completed_urls");
        event.set("result", tracker(shipment, shipment.label().orElseThrow()));
        return event;
    }

    static String euros(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static ObjectNode rate(Shipment shipment, Shipment.Rate rate) {
        String price = euros(rate.cents());
        return Json.object().put("id", rate.id()).put("object", "Rate").put("mode", "test")
                .put("created_at", shipment.created().toString())
                .put("carrier", rate.carrier().name()).put("service", rate.carrier().service())
                .put("rate", price).put("currency", "EUR").put("list_rate", price)
                .put("list_currency", "EUR").put("retail_rate", price)
                .put("retail_currency", "EUR").put("delivery_days", rate.days())
                .put("est_delivery_days", rate.days()).putNull("delivery_date")
                .put("delivery_date_guaranteed", false).put("shipment_id", shipment.id());
    }

    private static JsonNode part(Shipment shipment, String name, String prefix, String object) {
        ObjectNode part = Json.object().put("id", id(prefix, shipment.id() + name))
                .put("object", object).put("mode", "test");
        if (shipment.request().path(name) instanceof ObjectNode given) {
            part.setAll(given);
        }
        return part;
    }

    private static String refundStatus(Shipment shipment) {
        return shipment.refundStatus() == Shipment.RefundStatus.NONE
                ? null
                : shipment.refundStatus().name().toLowerCase(Locale.ROOT);
    }

    private static String id(String prefix, String origin) {
        return prefix + "_" + Ids.of(0, prefix + origin, ID_LENGTH);
    }
}
