package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.Money;

/** Money as a map attribute. */
final class MoneyItem {
    private MoneyItem() {}

    static Item of(Money money) {
        return Item.empty().number("minorUnits", money.minorUnits()).text("currency",
                money.currency());
    }

    static Money toMoney(Item item) {
        return new Money(item.number("minorUnits"), item.text("currency"));
    }
}
