package drivetrain.shipping.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a parcel goes to or comes from.
 *
 * @param country an ISO 3166-1 alpha-2 code, in upper case
 */
public record Address(String name, String street1, Optional<String> street2, String city,
        String postalCode, String country, Optional<String> phone, Optional<String> email) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /**
     * An address.
     *
     * @throws IllegalArgumentException naming the first part that is missing or too long
     */
    public Address {
        require("name", name, 100);
        require("street1", street1, 100);
        street2.ifPresent(text -> limit("street2", text, 100));
        require("city", city, 100);
        require("postalCode", postalCode, 20);
        phone.ifPresent(text -> limit("phone", text, 40));
        email.ifPresent(text -> limit("email", text, 254));
        if (country == null || !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("country must be two capital letters");
        }
    }

    private static void require(String part, String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(part + " is missing");
        }
        limit(part, text, longest);
    }

    private static void limit(String part, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    part + " must be at most " + longest + " printable characters");
        }
    }

    /** Without what it says: an address doesn't belong in a log line. */
    @Override
    public String toString() {
        return "Address[" + country + "]";
    }
}
