package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.orders.application.OrderView;
import drivetrain.orders.domain.OrderLine;
import drivetrain.orders.domain.Status;
import drivetrain.projection.GenerationTable;
import drivetrain.projection.View;
import java.util.Optional;

/**
 * Between views and the items of the view table.
 *
 * <p>The keys of table and index are attributes; all else that comes from the log is one map for
 * each generation, so that a write replaces it as a whole. Beside it lies {@code parkedBy}, the set
 * of the executions that are parked, which a projection never touches.
 */
final class ViewItems {
    static final String ORDER_ID = "orderId";
    static final String CUSTOMER_ID = "customerId";
    static final String PLACED_AT = "placedAt";
    static final String PARKED_BY = "parkedBy";

    private ViewItems() {}

    /** The part of a view that is written for each generation, and the keys of the index. */
    static View of(OrderView view) {
        var shared = Item.empty().text(CUSTOMER_ID, view.customerId().value()).instant(PLACED_AT,
                view.placedAt());
        return new View(view.version(), shared, content(view));
    }

    private static Item content(OrderView view) {
        var item = Item.empty().text("status", view.status().name())
                .list("lines", view.lines().stream().map(ViewItems::line).toList())
                .map("total", MoneyItem.of(view.total())).instant("updatedAt", view.updatedAt());
        item = optional(item, "paymentId", view.paymentId());
        item = optional(item, "trackingCode", view.trackingCode());
        return optional(item, "rejection", view.rejection());
    }

    /** The view of an item, with the content of one of its generations. */
    static OrderView view(Item item, Item content) {
        return new OrderView(new OrderId(item.text(ORDER_ID)),
                new CustomerId(item.text(CUSTOMER_ID)), Status.valueOf(content.text("status")),
                GenerationTable.version(content),
                content.list("lines").stream().map(ViewItems::line).toList(),
                MoneyItem.toMoney(content.map("total")), item.instant(PLACED_AT),
                content.instant("updatedAt"), content.optionalText("paymentId"),
                content.optionalText("trackingCode"), content.optionalText("rejection"),
                item.has(PARKED_BY));
    }

    private static Item line(OrderLine line) {
        return Item.empty().text("sku", line.sku().value()).text("name", line.name())
                .number("quantity", line.quantity()).map("unitPrice",
                        MoneyItem.of(line.unitPrice()))
                .number("massGrams", line.massGrams());
    }

    private static OrderLine line(Item item) {
        return new OrderLine(new Sku(item.text("sku")), item.text("name"),
                Math.toIntExact(item.number("quantity")),
                MoneyItem.toMoney(item.map("unitPrice")), item.number("massGrams"));
    }

    private static Item optional(Item item, String name, Optional<String> value) {
        return value.map(text -> item.text(name, text)).orElse(item);
    }
}
