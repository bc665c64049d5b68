package drivetrain.inventory.events;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.StreamRecord;
import drivetrain.outbox.EventMapper;
import drivetrain.outbox.OutgoingEvent;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** Each write of a product's stock is a {@code StockChanged} of the same version. */
public final class StockEvents implements EventMapper {
    public static final String PARTITION_KEY = "sku";
    private static final String SOURCE = "drivetrain.inventory";
    private static final JsonType<StockChanged> DATA = JsonTypes.strict(StockChanged.class);

    @Override
    public List<OutgoingEvent> events(StreamRecord change) {
        return switch (change.change()) {
            case INSERT, MODIFY -> List.of(changed(new Item(change.newImage())));
            // No use case removes stock; an operator who does so tells nobody a number.
            case REMOVE -> List.of();
        };
    }

    private static OutgoingEvent changed(Item stock) {
        return event(stock, "StockChanged", "");
    }

    /**
     * What a product's stock is, said anew: the data of the last {@code StockChanged}.
     *
     * @param run part of the event's id, so that who drops events of an id that they have seen
     *     doesn't drop what a later run says
     */
    public static OutgoingEvent restated(Item stock, String run) {
        return event(stock, "StockRestated", ":restated:" + run);
    }

    private static OutgoingEvent event(Item stock, String type, String idEnding) {
        var sku = stock.text("sku");
        long version = stock.number("version");
        var metadata = new EventMetadata("inventory:" + sku + ":" + version + idEnding, 1,
                stock.instant("changedAt"), stock.text("correlationId"), version);
        var data = new StockChanged(sku, stock.number("available"), stock.number("onHand"),
                stock.number("reserved"));
        return OutgoingEvent.of(SOURCE, type, metadata, DATA.toJson(data));
    }
}
