package drivetrain.inventory.handlers;

import drivetrain.inventory.domain.StockLevel;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** The stock of a product, in pieces, as clients see it. */
@Json
record StockBody(String sku, long onHand, long reserved, long available, long version) {
    static final JsonType<StockBody> TYPE = JsonTypes.strict(StockBody.class);

    static StockBody of(StockLevel level) {
        return new StockBody(level.sku().value(), level.onHand(), level.reserved(),
                level.available(), level.version());
    }
}
