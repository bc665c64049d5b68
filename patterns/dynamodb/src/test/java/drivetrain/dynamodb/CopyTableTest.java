package drivetrain.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.Drift;
import drivetrain.testing.DynamoDbLocal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CopyTableTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();
    private static final Item KEY = Item.empty().text("sku", "S-1");

    private final String table = DYNAMO_DB.table("sku");
    private final CopyTable copies = new CopyTable(DYNAMO_DB.client(), table);

    @Test
    void keepsTheNewestWhateverTheOrder() {
        assertThat(copies.keepIfNewer(copy(2, "two"))).isTrue();
        assertThat(copies.keepIfNewer(copy(1, "one"))).isFalse();
        assertThat(copies.keepIfNewer(copy(2, "two, again"))).isFalse();

        assertThat(stored()).isEqualTo(copy(2, "two"));
        assertThat(copies.keepIfNewer(copy(10, "ten"))).isTrue();
    }

    @Test
    void writesNothingWhenTheCopySaysTheSameOrSomethingLater() {
        copies.keepIfNewer(copy(2, "two").text("note", "stays, as nothing is written"));

        assertThat(copies.repair(copy(2, "two"))).isEmpty();
        assertThat(copies.repair(copy(1, "one"))).isEmpty();

        assertThat(stored().text("note")).startsWith("stays");
    }

    @Test
    void repairsWhatIsMissingOrStale() {
        assertThat(copies.repair(copy(2, "two"))).hasValue(Drift.MISSING);
        assertThat(copies.repair(copy(3, "three"))).hasValue(Drift.STALE);

        assertThat(stored()).isEqualTo(copy(3, "three"));
        assertThat(copies.repair(copy(3, "three"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "price"})
    void repairsAnAttributeThatSaysSomethingElse(String attribute) {
        put(copy(2, "two").text(attribute, "nonsense"));

        assertThat(copies.repair(copy(2, "two"))).hasValue(Drift.DAMAGED);

        assertThat(stored()).isEqualTo(copy(2, "two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "price", "version"})
    void repairsAnAttributeThatIsGone(String attribute) {
        var lacking = new HashMap<>(copy(2, "two").attributes());
        lacking.remove(attribute);
        put(new Item(lacking));

        assertThat(copies.repair(copy(2, "two"))).hasValue(Drift.DAMAGED);

        assertThat(stored()).isEqualTo(copy(2, "two"));
    }

    private void put(Item item) {
        DYNAMO_DB.client().putItem(put -> put.tableName(table).item(item.attributes()));
    }

    private Item stored() {
        Map<String, AttributeValue> item = DYNAMO_DB.client()
                .getItem(get -> get.tableName(table).key(KEY.attributes())).item();
        return new Item(item);
    }

    private static Item copy(long version, String name) {
        return KEY.text("name", name).number("version", version).map("price",
                Item.empty().number("minorUnits", 100).text("currency", "EUR"));
    }
}
