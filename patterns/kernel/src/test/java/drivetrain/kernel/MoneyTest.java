package drivetrain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void countsMinorUnits() {
        var price = new Money(12_900, "EUR");

        assertThat(price.times(3).plus(new Money(50, "EUR"))).isEqualTo(new Money(38_750, "EUR"));
        assertThat(price.minus(price)).isEqualTo(Money.zero("EUR"));
    }

    @Test
    void refusesToMixCurrencies() {
        var euros = new Money(1, "EUR");
        var dollars = new Money(1, "USD");

        assertThatThrownBy(() -> euros.plus(dollars)).hasMessageContaining("EUR and USD");
        assertThatThrownBy(() -> euros.compareTo(dollars)).hasMessageContaining("EUR and USD");
    }

    @Test
    void refusesToOverflow() {
        var most = new Money(Long.MAX_VALUE, "EUR");

        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(new Money(1, "EUR")))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "eur", "EURO", "ZZZ"})
    void refusesWhatIsNoCurrency(String code) {
        assertThatThrownBy(() -> new Money(1, code)).hasMessageContaining("ISO 4217");
    }

    @Test
    void printsWithTheDecimalsOfItsCurrency() {
        assertThat(new Money(12_900, "EUR")).hasToString("129.00 EUR");
        assertThat(new Money(12_900, "JPY")).hasToString("12900 JPY");
        assertThat(new Money(-5, "EUR")).hasToString("-0.05 EUR");
    }
}
