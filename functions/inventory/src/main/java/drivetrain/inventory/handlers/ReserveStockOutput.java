package drivetrain.inventory.handlers;

import drivetrain.inventory.application.ReserveStock;
import drivetrain.lambda.TaskOutput;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;

/**
 * What came of a reservation.
 *
 * @param expiresAt with RESERVED only
 * @param shortages with OUT_OF_STOCK only
 */
@Json
record ReserveStockOutput(String outcome, Instant expiresAt,
        List<ShortageOutput> shortages) implements TaskOutput {
    @Json
    record ShortageOutput(String sku, int requested, long available) {}

    static List<ShortageOutput> shortages(List<ReserveStock.Shortage> shortages) {
        return shortages.stream().map(each -> new ShortageOutput(each.sku().value(),
                each.requested(), each.available())).toList();
    }
}
