package drivetrain.inventory.events;

import io.avaje.jsonb.Json;

/** What the event of the same name tells; see {@code events/schemas/StockChanged.v1.json}. */
@Json
public record StockChanged(String sku, long available, long onHand, long reserved) {}
