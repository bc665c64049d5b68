package drivetrain.catalog.handlers;

import drivetrain.catalog.domain.Availability;
import drivetrain.kernel.Sku;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** What the catalog reads of inventory's {@code StockChanged}. */
@Json
record StockChangedData(String sku, Long available) {
    private static final JsonType<StockChangedData> TYPE = JsonTypes
            .tolerant(StockChangedData.class);

    /**
     * What an event says of availability.
     *
     * @throws IllegalArgumentException when it is another event
     */
    static Availability availability(BusEvent event) {
        if (!event.detailType().equals("StockChanged")) {
            throw new IllegalArgumentException("not a StockChanged: " + event.detailType());
        }
        var detail = event.ours();
        var data = TYPE.fromJson(detail.data());
        return new Availability(new Sku(data.sku()), data.available(),
                detail.metadata().version(), detail.metadata().occurredAt());
    }
}
