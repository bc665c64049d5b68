package drivetrain.orders.handlers;

import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.domain.PricedProduct;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** What orders take of the catalog's {@code ProductChanged} and {@code ProductRestated}. */
@Json
record ProductChangedData(String sku, String name, Money price, long massGrams, boolean active) {
    static final JsonType<ProductChangedData> TYPE = JsonTypes.tolerant(ProductChangedData.class);

    PricedProduct toProduct(long version) {
        return new PricedProduct(new Sku(sku), name, massGrams, price, active, version);
    }
}
