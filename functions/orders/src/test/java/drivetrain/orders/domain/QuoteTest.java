package drivetrain.orders.domain;

import static drivetrain.orders.Samples.GEARBOX;
import static drivetrain.orders.Samples.SERVO;
import static drivetrain.orders.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;
import drivetrain.orders.domain.Quote.Priced;
import drivetrain.orders.domain.Quote.Reason;
import drivetrain.orders.domain.Quote.Unorderable;
import drivetrain.orders.domain.Quote.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuoteTest {
    @Test
    void addsUpTheLinesAtThePricesOfTheMoment() {
        var quote = quote(new Money(100, "EUR"), true, 3);

        assertThat(quote).isInstanceOfSatisfying(Priced.class, priced -> {
            assertThat(priced.total()).isEqualTo(new Money(12_900 * 2 + 300, "EUR"));
            assertThat(priced.lines().getFirst()).isEqualTo(
                    new OrderLine(SERVO, "Servo 2040", 2, new Money(12_900, "EUR"), 450));
        });
    }

    @Test
    void namesEachProductThatCannotBeOrdered() {
        var quote = Quote.of(List.of(new Wish(new Sku("NO-1"), 1), new Wish(SERVO, 1),
                new Wish(GEARBOX, 1)),
                Map.of(SERVO, servo(1), GEARBOX, gearbox(new Money(1, "EUR"), false)));

        assertThat(quote)
                .isEqualTo(new Unorderable(List.of(new Reason(0, "unknown product NO-1"),
                        new Reason(2, "no longer sold: GBX-60-10"))));
    }

    @Test
    void refusesToMixCurrencies() {
        assertThat(quote(new Money(100, "USD"), true, 1))
                .isEqualTo(new Unorderable(List.of(new Reason(Reason.WHOLE_ORDER,
                        "the products are priced in different currencies"))));
    }

    @Test
    void refusesATotalThatNoNumberHolds() {
        for (var price : List.of(Long.MAX_VALUE, Long.MAX_VALUE / 2)) {
            assertThat(quote(new Money(price, "EUR"), true, 2))
                    .isEqualTo(new Unorderable(List.of(
                            new Reason(Reason.WHOLE_ORDER, "the total is too large"))));
        }
    }

    @Test
    void boundsTheQuantityOfALine() {
        for (var quantity : List.of(0, -1, 10_001)) {
            assertThatThrownBy(() -> new OrderLine(SERVO, "Servo", quantity,
                    new Money(1, "EUR"), 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Quote quote(Money gearboxPrice, boolean active, int quantity) {
        return Quote.of(List.of(new Wish(SERVO, 2), new Wish(GEARBOX, quantity)),
                Map.of(SERVO, servo(1), GEARBOX, gearbox(gearboxPrice, active)));
    }

    private static PricedProduct gearbox(Money price, boolean active) {
        return new PricedProduct(GEARBOX, "Gearbox 60", 900, price, active, 1);
    }
}
