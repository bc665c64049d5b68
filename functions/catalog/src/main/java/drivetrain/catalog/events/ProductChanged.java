package drivetrain.catalog.events;

import io.avaje.jsonb.Json;

/** What the event of the same name tells; see {@code events/schemas/ProductChanged.v1.json}. */
@Json
public record ProductChanged(String sku, String name, String type, Price price, long massGrams,
        boolean active) {
    /** For one piece. */
    @Json
    public record Price(long minorUnits, String currency) {}
}
