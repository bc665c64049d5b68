package drivetrain.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.VersionConflict;
import drivetrain.testing.DynamoDbLocal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VersionedTableTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private record Thing(String id, long version, String colour) {}

    private final String id = UUID.randomUUID().toString();
    private final VersionedTable<Thing> things = new VersionedTable<>(DYNAMO_DB.client(),
            DYNAMO_DB.table("id"), new VersionedTable.Form<>("id", VersionedTableTest::write,
                    item -> new Thing(item.text("id"), item.number("version"),
                            item.text("colour"))));

    private static Item write(Thing thing) {
        return Item.empty().text("id", thing.id()).number("version", thing.version())
                .text("colour", thing.colour());
    }

    @Test
    void writesEachVersionAfterTheOneBefore() {
        assertThat(things.find(id)).isEmpty();

        assertThat(things.put(thing(1, "red"))).isEqualTo(thing(1, "red"));
        assertThat(things.put(thing(2, "blue"))).isEqualTo(thing(2, "blue"));

        assertThat(things.find(id)).contains(thing(2, "blue"));
    }

    @Test
    void answersWithWhatStandsThereWhenAnotherWriterWasFaster() {
        things.put(thing(1, "red"));

        assertThat(things.put(thing(1, "blue"))).isEqualTo(thing(1, "red"));
        assertThat(things.put(thing(3, "blue"))).isEqualTo(thing(1, "red"));
        assertThat(things.find(id)).contains(thing(1, "red"));
    }

    @Test
    void countsTheSameWriteTwiceAsOne() {
        things.put(thing(1, "red"));

        assertThat(things.put(thing(1, "red"))).isEqualTo(thing(1, "red"));
    }

    @Test
    void refusesToGoOnFromNothing() {
        assertThatThrownBy(() -> things.put(thing(2, "red"))).isInstanceOf(VersionConflict.class)
                .hasMessageContaining(id);
    }

    private Thing thing(long version, String colour) {
        return new Thing(id, version, colour);
    }
}
