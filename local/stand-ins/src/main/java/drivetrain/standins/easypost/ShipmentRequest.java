package drivetrain.standins.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks what a client wants shipped. */
final class ShipmentRequest {
    private static final List<String> ADDRESS = List.of("street1", "city", "zip", "country");

    private ShipmentRequest() {}

    /** The {@code shipment} of a request body, if it names two addresses and a parcel. */
    static ObjectNode validated(JsonNode body) {
        if (!(body.path("shipment") instanceof ObjectNode shipment)) {
            throw missing("shipment");
        }
        requireAddress(shipment, "to_address");
        requireAddress(shipment, "from_address");
        if (!(ounces(shipment) > 0)) {
            throw EasyPostRefusal.invalid("PARCEL.PARAMETERS.INVALID", "Unable to create parcel, "
                    + "one or more parameters were invalid.",
                    Map.of("weight", "must be greater than 0"));
        }
        return shipment;
    }

    static double ounces(ObjectNode shipment) {
        return shipment.path("parcel").path("weight").asDouble(0);
    }

    static boolean abroad(ObjectNode shipment) {
        return !shipment.path("to_address").path("country").asText()
                .equalsIgnoreCase(shipment.path("from_address").path("country").asText());
    }

    private static void requireAddress(ObjectNode shipment, String name) {
        JsonNode address = shipment.path(name);
        if (!address.isObject()) {
            throw missing(name);
        }
        var wrong = new TreeMap<String, String>();
        for (String field : ADDRESS) {
            if (address.path(field).asText("").isBlank()) {
                wrong.put(name + "." + field, "is missing");
            }
        }
        if (!address.path("country").asText("").matches("[A-Za-z]{2}")) {
            wrong.put(name + ".country", "must be a two-letter country code");
        }
        if (!wrong.isEmpty()) {
            throw EasyPostRefusal.invalid("ADDRESS.PARAMETERS.INVALID",
                    "Unable to create address, one or more parameters were invalid.", wrong);
        }
        requireDeliverable(name, address);
    }

    /** The one address that this stand-in knows to be undeliverable. */
    private static void requireDeliverable(String name, JsonNode address) {
        if (address.path("street1").asText().equalsIgnoreCase("UNDELIVERABLE ST")) {
            var wrong = new TreeMap<String, String>();
            wrong.put(name, "Address not found");
            throw EasyPostRefusal.invalid("ADDRESS.VERIFY.FAILURE", "Address not found", wrong);
        }
    }

    private static EasyPostRefusal missing(String name) {
        return EasyPostRefusal.unprocessable("PARAMETER.REQUIRED",
                "Missing required parameter: " + name);
    }
}
