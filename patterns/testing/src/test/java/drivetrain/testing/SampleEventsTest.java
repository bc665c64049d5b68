package drivetrain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class SampleEventsTest {
    @Test
    void findsTheSampleOfAFunction() {
        assertThat(SampleEvents.read("orders/PlaceOrder")).contains("\"httpMethod\": \"POST\"");
    }

    @Test
    void namesASampleThatIsMissing() {
        assertThatThrownBy(() -> SampleEvents.read("orders/EnchantOrder"))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("EnchantOrder");
    }
}
