package drivetrain.catalog.events;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.JsonTypes;
import drivetrain.outbox.OwnedStates;
import drivetrain.outbox.Restatement.ItemEvent;
import io.avaje.jsonb.JsonType;

/** Each write of a product is a {@code ProductChanged}; what it is, is a {@code ProductRestated}. */
public final class ProductEvents {
    private static final JsonType<ProductChanged> DATA = JsonTypes.strict(ProductChanged.class);

    private ProductEvents() {}

    /** The events of the products' table. */
    public static OwnedStates mapper() {
        return new OwnedStates("catalog", "sku", "ProductChanged", ProductEvents::data);
    }

    /** The events that say anew what is in it. */
    public static ItemEvent restated() {
        return mapper().restatedAs("ProductRestated");
    }

    private static String data(Item product) {
        var price = product.map("price");
        return DATA.toJson(new ProductChanged(product.text("sku"), product.text("name"),
                product.text("type"),
                new ProductChanged.Price(price.number("minorUnits"), price.text("currency")),
                product.number("massGrams"), product.flag("active")));
    }
}
