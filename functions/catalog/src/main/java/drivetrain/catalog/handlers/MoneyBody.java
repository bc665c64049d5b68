package drivetrain.catalog.handlers;

import drivetrain.kernel.Money;
import io.avaje.jsonb.Json;

/** An amount in minor units of a currency. */
@Json
record MoneyBody(long minorUnits, String currency) {
    static MoneyBody of(Money money) {
        return new MoneyBody(money.minorUnits(), money.currency());
    }

    Money toMoney() {
        return new Money(minorUnits, currency);
    }
}
