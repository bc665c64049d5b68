package drivetrain.shipping;

import drivetrain.shipping.domain.Address;
import io.avaje.jsonb.Json;
import java.util.Optional;

/** An address, as clients, workflows and the configuration spell it. */
@Json
public record AddressJson(String name, String street1, String street2, String city,
        String postalCode, String country, String phone, String email) {

    /**
     * The address.
     *
     * @throws IllegalArgumentException naming the part that is wrong
     */
    public Address toAddress() {
        return new Address(name, street1, given(street2), city, postalCode, country, given(phone),
                given(email));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank());
    }
}
