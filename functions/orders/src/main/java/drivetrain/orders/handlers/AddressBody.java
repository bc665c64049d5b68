package drivetrain.orders.handlers;

import drivetrain.orders.domain.Address;
import io.avaje.jsonb.Json;
import java.util.regex.Pattern;

/** An address as a customer sends it; the same rules as in {@code api/openapi.yaml}. */
@Json
record AddressBody(String name, String street1, String street2, String city, String postalCode,
        String country, String phone, String email) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    Address toAddress() {
        Fields.require(COUNTRY.matcher(Fields.present("/shipTo/country", country)).matches(),
                "/shipTo/country must be an ISO 3166-1 alpha-2 code");
        return new Address(Fields.required("/shipTo/name", name, 100),
                Fields.required("/shipTo/street1", street1, 100),
                Fields.optional("/shipTo/street2", street2, 100),
                Fields.required("/shipTo/city", city, 100),
                Fields.required("/shipTo/postalCode", postalCode, 20), country,
                Fields.optional("/shipTo/phone", phone, 40),
                Fields.optional("/shipTo/email", email, 254));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "AddressBody[" + country + "]";
    }
}
