package drivetrain.inventory.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.inventory.application.Stamp;
import drivetrain.inventory.domain.Movement;
import drivetrain.inventory.domain.Receipt;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.Sku;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How stock is kept: {@code sku}, {@code onHand}, {@code reserved}, {@code available}, {@code
 * version}, {@code correlationId} and {@code changedAt}. What is available is kept beside its two
 * parts, since a condition can't calculate.
 */
final class StockItems {
    private static final String STAMPED = ", correlationId = :correlationId, changedAt = :at";

    private final String table;

    StockItems(String table) {
        this.table = table;
    }

    static Item key(Sku sku) {
        return Item.empty().text("sku", sku.value());
    }

    static StockLevel level(Item item) {
        return new StockLevel(new Sku(item.text("sku")), item.number("onHand"),
                item.number("reserved"), item.number("version"));
    }

    /** Fails its condition when there isn't enough, or nothing was ever received. */
    Update move(Movement movement, Stamp stamp) {
        Item values = stamped(stamp).number(":onHand", movement.onHand())
                .number(":reserved", movement.reserved())
                .number(":available", movement.available())
                .number(":needed", Math.max(0, -movement.available()))
                .number(":freed", Math.max(0, -movement.reserved()));
        return Update.builder().tableName(table).key(key(movement.sku()).attributes())
                .updateExpression("SET onHand = onHand + :onHand,"
                        + " reserved = reserved + :reserved, available = available + :available,"
                        + " version = version + :one" + STAMPED)
                .conditionExpression("available >= :needed AND reserved >= :freed")
                .expressionAttributeValues(values.attributes()).build();
    }

    Update add(Receipt receipt, Stamp stamp) {
        Item values = stamped(stamp).number(":quantity", receipt.quantity()).number(":zero", 0);
        return Update.builder().tableName(table).key(key(receipt.sku()).attributes())
                .updateExpression("SET onHand = if_not_exists(onHand, :zero) + :quantity,"
                        + " reserved = if_not_exists(reserved, :zero),"
                        + " available = if_not_exists(available, :zero) + :quantity,"
                        + " version = if_not_exists(version, :zero) + :one" + STAMPED)
                .expressionAttributeValues(values.attributes()).build();
    }

    private static Item stamped(Stamp stamp) {
        return Item.empty().number(":one", 1)
                .text(":correlationId", stamp.correlationId().value()).instant(":at", stamp.at());
    }
}
