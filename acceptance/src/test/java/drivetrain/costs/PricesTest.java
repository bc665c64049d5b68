package drivetrain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    @Test
    void aPriceIsForSoMany() {
        Prices prices = Prices.parse("""
                # name  dollars  per  source  of what
                writes  0.75     1000000  list  write request units
                """);

        assertThat(prices.of("writes"))
                .isEqualTo(new Price(0.75, 1_000_000, "list", "write request units"));
        assertThat(prices.of("writes").of(4_000_000)).isCloseTo(3.0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"writes 0.75 1000000 list", "writes cheap 1 list units",
            "a 1 1 list x\na 2 1 list x"})
    void refusesWhatIsNoPrice(String text) {
        assertThatThrownBy(() -> Prices.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThePriceThatIsMissing() {
        assertThatThrownBy(() -> Prices.read().of("magic")).hasMessageContaining("magic");
    }
}
