package drivetrain.inventory.handlers;

import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.Lines;
import drivetrain.kernel.Sku;
import drivetrain.lambda.TaskInput;
import io.avaje.jsonb.Json;
import java.util.List;

/** What to reserve for which order. */
@Json
record ReserveStockInput(String orderId, String correlationId,
        List<LineInput> lines) implements TaskInput {
    @Json
    record LineInput(String sku, int quantity) {}

    Lines toLines() {
        return new Lines(lines.stream()
                .map(line -> new Line(new Sku(line.sku()), line.quantity())).toList());
    }
}
