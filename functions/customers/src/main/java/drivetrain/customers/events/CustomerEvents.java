package drivetrain.customers.events;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.JsonTypes;
import drivetrain.outbox.OwnedStates;
import io.avaje.jsonb.JsonType;

/** Each write of a profile is a {@code CustomerChanged}, which says what changed, not to what. */
public final class CustomerEvents {
    private static final JsonType<CustomerChanged> DATA = JsonTypes.strict(CustomerChanged.class);

    private CustomerEvents() {}

    /** The events of the profiles' table. */
    public static OwnedStates mapper() {
        return new OwnedStates("customers", "customerId", "CustomerChanged", CustomerEvents::data);
    }

    private static String data(Item profile) {
        var changed = profile.attributes().get("changed").ss().stream().sorted().toList();
        return DATA.toJson(new CustomerChanged(profile.text("customerId"),
                profile.text("language"), changed));
    }
}
