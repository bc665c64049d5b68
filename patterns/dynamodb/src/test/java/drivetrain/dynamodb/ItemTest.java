package drivetrain.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTest {
    @Test
    void readsBackWhatWasWritten() {
        var at = Instant.parse("2026-11-21T10:15:30.120Z");
        var item = Item.empty().text("sku", "SRV-1").number("version", 7).flag("active", true)
                .instant("at", at).map("price", Item.empty().number("minorUnits", 5))
                .list("lines",
                        List.of(Item.empty().text("sku", "A"), Item.empty().text("sku", "B")));

        assertThat(item.text("sku")).isEqualTo("SRV-1");
        assertThat(item.number("version")).isEqualTo(7);
        assertThat(item.flag("active")).isTrue();
        assertThat(item.instant("at")).isEqualTo(at);
        assertThat(item.map("price").number("minorUnits")).isEqualTo(5);
        assertThat(item.list("lines")).extracting(line -> line.text("sku")).containsExactly("A",
                "B");
        assertThat(item.optionalText("none")).isEmpty();
    }

    @Test
    void writesInstantsThatSortAsTimeDoes() {
        var whole = Item.empty().instant("at", Instant.parse("2026-11-21T10:15:30Z")).text("at");
        var later = Item.empty().instant("at", Instant.parse("2026-11-21T10:15:30.100Z"))
                .text("at");

        assertThat(whole).isEqualTo("2026-11-21T10:15:30.000Z").isLessThan(later);
    }

    @Test
    void saysWhichAttributeItDidNotUnderstand() {
        var item = Item.empty().text("version", "seven");

        assertThatThrownBy(() -> item.number("version")).isInstanceOf(MalformedItem.class)
                .hasMessageContaining("'version'");
        assertThatThrownBy(() -> item.list("lines")).hasMessageContaining("'lines'");
    }
}
