package drivetrain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"SRV-2040-485", "0192f0c1-7d6e-7a2b-8c3d-4e5f60718293", "auth0|42"})
    void takesWhatIsSafeInKeysPathsAndLogs(String value) {
        assertThat(new Sku(value)).hasToString(value);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "../x", "a/b", "-a", "a\nb", "a#b", "ä"})
    void refusesTheRest(String value) {
        assertThatThrownBy(() -> new OrderId(value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order id");
        assertThatThrownBy(() -> new CustomerId(value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 4_000})
    void refusesWhatIsTooLong(int length) {
        var value = "x".repeat(length);

        assertThatThrownBy(() -> new CorrelationId(value))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
