package drivetrain.inventory.events;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.JsonTypes;
import drivetrain.outbox.OwnedStates;
import drivetrain.outbox.Restatement.ItemEvent;
import io.avaje.jsonb.JsonType;

/** Each write of a product's stock is a {@code StockChanged}; what it is, a {@code StockRestated}. */
public final class StockEvents {
    private static final JsonType<StockChanged> DATA = JsonTypes.strict(StockChanged.class);

    private StockEvents() {}

    /** The events of the stock's table. */
    public static OwnedStates mapper() {
        return new OwnedStates("inventory", "sku", "StockChanged", StockEvents::data);
    }

    /** The events that say anew what is in it. */
    public static ItemEvent restated() {
        return mapper().restatedAs("StockRestated");
    }

    private static String data(Item stock) {
        return DATA.toJson(new StockChanged(stock.text("sku"), stock.number("available"),
                stock.number("onHand"), stock.number("reserved")));
    }
}
