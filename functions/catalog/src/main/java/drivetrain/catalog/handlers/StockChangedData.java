package drivetrain.catalog.handlers;

import drivetrain.catalog.domain.Availability;
import drivetrain.kernel.Sku;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** What the catalog reads of inventory's {@code StockChanged} and {@code StockRestated}. */
@Json
record StockChangedData(String sku, Long available) {
    private static final JsonType<StockChangedData> TYPE = JsonTypes
            .tolerant(StockChangedData.class);

    /**
     * What an event says of availability.
     *
     * @param type the event that it must be
     * @throws IllegalArgumentException when it is another event
     */
    static Availability availability(BusEvent event, String type) {
        if (!event.detailType().equals(type)) {
            throw new IllegalArgumentException("not a " + type + ": " + event.detailType());
        }
        var detail = event.ours();
        var data = TYPE.fromJson(detail.data());
        return new Availability(new Sku(data.sku()), data.available(),
                detail.metadata().version(), detail.metadata().occurredAt());
    }
}
