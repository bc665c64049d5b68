package drivetrain.catalog.events;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.StreamRecord;
import drivetrain.outbox.EventMapper;
import drivetrain.outbox.OutgoingEvent;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** Each write of a product is a {@code ProductChanged} of the same version. */
public final class ProductEvents implements EventMapper {
    public static final String PARTITION_KEY = "sku";
    private static final String SOURCE = "drivetrain.catalog";
    private static final JsonType<ProductChanged> DATA = JsonTypes.strict(ProductChanged.class);

    @Override
    public List<OutgoingEvent> events(StreamRecord change) {
        return switch (change.change()) {
            case INSERT, MODIFY -> List.of(changed(new Item(change.newImage())));
            // No use case removes a product: what isn't sold any more becomes inactive.
            case REMOVE -> List.of();
        };
    }

    private static OutgoingEvent changed(Item product) {
        return event(product, "ProductChanged", "");
    }

    /**
     * What a product is, said anew: the data of the last {@code ProductChanged}.
     *
     * @param run part of the event's id, so that who drops events of an id that they have seen
     *     doesn't drop what a later run says
     */
    public static OutgoingEvent restated(Item product, String run) {
        return event(product, "ProductRestated", ":restated:" + run);
    }

    private static OutgoingEvent event(Item product, String type, String idEnding) {
        var sku = product.text("sku");
        long version = product.number("version");
        var metadata = new EventMetadata("catalog:" + sku + ":" + version + idEnding, 1,
                product.instant("changedAt"), product.text("correlationId"), version);
        var price = product.map("price");
        var data = new ProductChanged(sku, product.text("name"), product.text("type"),
                new ProductChanged.Price(price.number("minorUnits"), price.text("currency")),
                product.number("massGrams"), product.flag("active"));
        return OutgoingEvent.of(SOURCE, type, metadata, DATA.toJson(data));
    }
}
