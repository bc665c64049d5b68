package drivetrain.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextTest {
    private static final Facts ALL = new Facts(new OrderId("order-1"),
            Optional.of(new Money(25_800, "EUR")), Optional.of("OUT_OF_STOCK"), Optional.of("DHL"),
            Optional.of("EZ1"), Optional.of(Instant.parse("2026-01-03T10:00:00Z")));
    private static final Facts NONE = new Facts(new OrderId("order-1"), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @EnumSource
    void saysSomethingOfEveryEvent(NewsType type) {
        var text = Text.about(type, ALL);

        assertThat(text.subject()).endsWith("(order order-1)").doesNotContain("\n", "%");
        assertThat(text.body()).endsWith(".").doesNotContain("%", "null", "Optional");
        assertThat(NewsType.of(type.eventName())).hasValue(type);
    }

    @Test
    void tellsAmountsReasonsAndCodesInWords() {
        assertThat(Text.about(NewsType.PAYMENT_REFUNDED, ALL).body()).contains("258.00 EUR");
        assertThat(Text.about(NewsType.ORDER_REJECTED, ALL).body()).contains("out of stock");
        assertThat(Text.about(NewsType.SHIPMENT_BOOKED, ALL).body()).contains("DHL", "EZ1");
    }

    @Test
    void refusesAnEventThatLacksWhatItsTextNeeds() {
        assertThatThrownBy(() -> Text.about(NewsType.PAYMENT_CAPTURED, NONE))
                .hasMessageContaining("order-1").hasMessageContaining("amount");
        assertThat(Text.about(NewsType.ORDER_CONFIRMED, NONE).body()).isNotBlank();
    }
}
