package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an order is sent to. Personal data: it stays in the order's log, and is never logged or put
 * on the bus.
 *
 * @param country ISO 3166-1 alpha-2, in upper case
 */
public record Address(String name, String street1, Optional<String> street2, String city,
        String postalCode, String country, Optional<String> phone, Optional<String> email) {
    public Address {
        requireNonNull(name, "name");
        requireNonNull(street1, "street1");
        requireNonNull(street2, "street2");
        requireNonNull(city, "city");
        requireNonNull(postalCode, "postalCode");
        requireNonNull(country, "country");
        requireNonNull(phone, "phone");
        requireNonNull(email, "email");
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Address[" + country + "]";
    }
}
