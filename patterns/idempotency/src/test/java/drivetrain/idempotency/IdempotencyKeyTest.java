package drivetrain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @Test
    void keepsScopesApartWhateverTheKey() {
        assertThat(new IdempotencyKey("ann", "b#c").text())
                .isNotEqualTo(new IdempotencyKey("ann-b", "c").text());
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("ann#b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\t", "line\n", "Köln", "\u007f"})
    void takesPrintableAsciiOnly(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("ann", value));
    }

    @Test
    void takesUpTo255Characters() {
        assertThat(new IdempotencyKey("ann", "k".repeat(255)).value()).hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdempotencyKey("ann", "k".repeat(256)));
    }
}
