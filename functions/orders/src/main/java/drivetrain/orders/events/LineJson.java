package drivetrain.orders.events;

import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;
import drivetrain.orders.domain.OrderLine;
import io.avaje.jsonb.Json;
import java.util.List;

/** A line of an order, in the log, in snapshots, and on the bus. */
@Json
public record LineJson(String sku, String name, int quantity, Money unitPrice, long massGrams) {
    public static List<LineJson> of(List<OrderLine> lines) {
        return lines.stream().map(line -> new LineJson(line.sku().value(), line.name(),
                line.quantity(), line.unitPrice(), line.massGrams())).toList();
    }

    public OrderLine toLine() {
        return new OrderLine(new Sku(sku), name, quantity, unitPrice, massGrams);
    }
}
