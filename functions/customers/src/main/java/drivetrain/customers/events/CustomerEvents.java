package drivetrain.customers.events;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.StreamRecord;
import drivetrain.outbox.EventMapper;
import drivetrain.outbox.OutgoingEvent;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** Each write of a profile is a {@code CustomerChanged} of the same version. */
public final class CustomerEvents implements EventMapper {
    public static final String PARTITION_KEY = "customerId";
    private static final String SOURCE = "drivetrain.customers";
    private static final JsonType<CustomerChanged> DATA = JsonTypes.strict(CustomerChanged.class);

    @Override
    public List<OutgoingEvent> events(StreamRecord change) {
        return switch (change.change()) {
            case INSERT, MODIFY -> List.of(changed(new Item(change.newImage())));
            // No use case removes a profile.
            case REMOVE -> List.of();
        };
    }

    private static OutgoingEvent changed(Item profile) {
        var customerId = profile.text("customerId");
        long version = profile.number("version");
        var metadata = new EventMetadata("customers:" + customerId + ":" + version, 1,
                profile.instant("changedAt"), profile.text("correlationId"), version);
        var changed = profile.attributes().get("changed").ss().stream().sorted().toList();
        var data = new CustomerChanged(customerId, profile.text("language"), changed);
        return OutgoingEvent.of(SOURCE, "CustomerChanged", metadata, DATA.toJson(data));
    }
}
