package drivetrain.orders.events;

import drivetrain.orders.domain.Address;
import io.avaje.jsonb.Json;
import java.util.Optional;

/** An address, in the log and in snapshots; never on the bus. */
@Json
public record AddressJson(String name, String street1, String street2, String city,
        String postalCode, String country, String phone, String email) {
    public static AddressJson of(Address address) {
        return new AddressJson(address.name(), address.street1(), address.street2().orElse(null),
                address.city(), address.postalCode(), address.country(),
                address.phone().orElse(null), address.email().orElse(null));
    }

    public Address toAddress() {
        return new Address(name, street1, Optional.ofNullable(street2), city, postalCode, country,
                Optional.ofNullable(phone), Optional.ofNullable(email));
    }
}
