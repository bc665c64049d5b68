package drivetrain.customers.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where parcels of a customer go.
 *
 * @param label what the customer calls it, such as {@code Workshop}: 1 to 40 characters
 * @param name who takes the parcel: 1 to 100 characters, as each line
 * @param postalCode 1 to 20 characters
 * @param country ISO 3166-1 alpha-2, in upper case
 * @param phone for the carrier: 1 to 40 characters
 */
public record Address(String label, String name, String street1, Optional<String> street2,
        String city, String postalCode, String country, Optional<String> phone) {
    static final int MAX_LABEL = 40;
    private static final int MAX_LINE = 100;
    private static final int MAX_POSTAL_CODE = 20;
    private static final int MAX_PHONE = 40;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /**
     * Checks everything at once.
     *
     * @throws InvalidProfile naming all that is wrong
     */
    public Address {
        requireNonNull(street2, "street2");
        requireNonNull(phone, "phone");
        new Rules().text("label", label, MAX_LABEL).text("name", name, MAX_LINE)
                .text("street1", street1, MAX_LINE).optional("street2", street2, MAX_LINE)
                .text("city", city, MAX_LINE).text("postalCode", postalCode, MAX_POSTAL_CODE)
                .matches("country", country, COUNTRY, "an ISO 3166-1 alpha-2 code")
                .optional("phone", phone, MAX_PHONE).check();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Address[" + country + "]";
    }
}
