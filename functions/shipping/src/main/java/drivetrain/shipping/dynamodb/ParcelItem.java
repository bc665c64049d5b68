package drivetrain.shipping.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.CustomerId;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Parcel;
import java.util.Optional;

/** A parcel, as attributes of an item. */
final class ParcelItem {
    private ParcelItem() {}

    static Item write(Item item, Parcel parcel) {
        return item.text("customerId", parcel.customerId().value())
                .number("massGrams", parcel.massGrams()).map("shipTo", write(parcel.shipTo()));
    }

    private static Item write(Address address) {
        var item = Item.empty().text("name", address.name()).text("street1", address.street1())
                .text("city", address.city()).text("postalCode", address.postalCode())
                .text("country", address.country());
        item = optional(item, "street2", address.street2());
        item = optional(item, "phone", address.phone());
        return optional(item, "email", address.email());
    }

    private static Item optional(Item item, String name, Optional<String> value) {
        return value.map(text -> item.text(name, text)).orElse(item);
    }

    static Parcel read(Item item) {
        var address = item.map("shipTo");
        return new Parcel(new CustomerId(item.text("customerId")),
                new Address(address.text("name"), address.text("street1"),
                        address.optionalText("street2"), address.text("city"),
                        address.text("postalCode"), address.text("country"),
                        address.optionalText("phone"), address.optionalText("email")),
                item.number("massGrams"));
    }
}
