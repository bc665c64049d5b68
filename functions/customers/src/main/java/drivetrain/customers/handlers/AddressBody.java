package drivetrain.customers.handlers;

import drivetrain.customers.domain.Address;
import io.avaje.jsonb.Json;
import java.util.Optional;

/** An address on the wire; what there isn't is left out. */
@Json
record AddressBody(String label, String name, String street1, String street2, String city,
        String postalCode, String country, String phone) {
    private static final AddressBody NOTHING = new AddressBody(null, null, null, null, null, null,
            null, null);

    static AddressBody of(Address address) {
        return new AddressBody(address.label(), address.name(), address.street1(),
                address.street2().orElse(null), address.city(), address.postalCode(),
                address.country(), address.phone().orElse(null));
    }

    /** The address; {@code InvalidProfile} says all that is wrong with it, or that it is null. */
    static Address toAddress(AddressBody sent) {
        var body = sent == null ? NOTHING : sent;
        return new Address(body.label, body.name, body.street1, Optional.ofNullable(body.street2),
                body.city, body.postalCode, body.country, Optional.ofNullable(body.phone));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "AddressBody[" + country + "]";
    }
}
