package drivetrain.customers.dynamodb;

import drivetrain.customers.application.Stamp;
import drivetrain.customers.domain.Address;
import drivetrain.customers.domain.AddressBook;
import drivetrain.customers.domain.Details;
import drivetrain.customers.domain.Field;
import drivetrain.customers.domain.Language;
import drivetrain.customers.domain.Profile;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.CustomerId;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a profile is kept: its details under the names that requests use, {@code version}, {@code
 * correlationId}, {@code changedAt}, and {@code changed}, the names of what the last write changed,
 * so that the event can say so without anything of the person.
 */
final class ProfileItems {
    private ProfileItems() {}

    static Item key(CustomerId customerId) {
        return Item.empty().text("customerId", customerId.value());
    }

    static Item item(Profile profile, Set<Field> changed, Stamp stamp) {
        var details = profile.details();
        var book = details.addressBook();
        var item = key(profile.customerId()).text("language", details.language().tag())
                .list("addresses", book.addresses().stream().map(ProfileItems::item).toList())
                .number("version", profile.version()).with("changed", names(changed))
                .text("correlationId", stamp.correlationId().value())
                .instant("changedAt", stamp.at());
        item = optional(item, "name", details.name());
        item = optional(item, "company", details.company());
        item = optional(item, "email", details.email());
        return optional(item, "defaultAddress", book.defaultLabel());
    }

    static Profile profile(Item item) {
        var addresses = item.list("addresses").stream().map(ProfileItems::address).toList();
        var details = new Details(item.optionalText("name"), item.optionalText("company"),
                item.optionalText("email"), new Language(item.text("language")),
                new AddressBook(addresses, item.optionalText("defaultAddress")));
        return new Profile(new CustomerId(item.text("customerId")), details,
                item.number("version"));
    }

    private static Item item(Address address) {
        var item = Item.empty().text("label", address.label()).text("name", address.name())
                .text("street1", address.street1()).text("city", address.city())
                .text("postalCode", address.postalCode()).text("country", address.country());
        item = optional(item, "street2", address.street2());
        return optional(item, "phone", address.phone());
    }

    private static Address address(Item item) {
        return new Address(item.text("label"), item.text("name"), item.text("street1"),
                item.optionalText("street2"), item.text("city"), item.text("postalCode"),
                item.text("country"), item.optionalText("phone"));
    }

    private static AttributeValue names(Set<Field> fields) {
        return AttributeValue.fromSs(fields.stream().sorted().map(Field::wireName).toList());
    }

    private static Item optional(Item item, String name, Optional<String> value) {
        return value.map(text -> item.text(name, text)).orElse(item);
    }
}
