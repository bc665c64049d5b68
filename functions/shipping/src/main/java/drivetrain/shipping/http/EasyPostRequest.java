package drivetrain.shipping.http;

import drivetrain.shipping.domain.Address;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A shipment to be made. Source: EasyPost API, "Create a Shipment".
 *
 * @param shipment what it consists of
 */
@Json
record EasyPostRequest(Content shipment) {
    private static final BigDecimal GRAMS_PER_OUNCE = new BigDecimal("28.349523125");

    @Json
    record Content(String reference, @Json.Property("to_address") Place to,
            @Json.Property("from_address") Place from, Box parcel) {}

    @Json
    record Place(String name, String street1, String street2, String city, String zip,
            String country, String phone, String email) {
        static Place of(Address address) {
            return new Place(address.name(), address.street1(), address.street2().orElse(null),
                    address.city(), address.postalCode(), address.country(),
                    address.phone().orElse(null), address.email().orElse(null));
        }
    }

    /** EasyPost weighs in ounces, to a tenth. */
    @Json
    record Box(BigDecimal weight) {
        static Box ofGrams(long grams) {
            return new Box(BigDecimal.valueOf(grams).divide(GRAMS_PER_OUNCE, 1,
                    RoundingMode.CEILING));
        }
    }
}
