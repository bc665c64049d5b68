package drivetrain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.dynamodb.Item;
import drivetrain.dynamodb.VersionedTable;
import drivetrain.kernel.VersionConflict;
import drivetrain.testing.DynamoDbLocal;
import drivetrain.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VersionedInboxTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private record Parcel(String id, long version, String place) {}

    private final VersionedTable<Parcel> parcels = new VersionedTable<>(DYNAMO_DB.client(),
            DYNAMO_DB.table("id"),
            new VersionedTable.Form<>("id", VersionedInboxTest::write, item -> new Parcel(
                    item.text("id"), item.number("version"), item.text("place"))));
    private final VersionedInbox<Parcel> inbox = new VersionedInbox<>(parcels,
            new Inbox(DYNAMO_DB.client(), DYNAMO_DB.table(Inbox.KEY), Duration.ofDays(30),
                    TestClock.at("2026-11-22T10:00:00Z")));

    private static Item write(Parcel parcel) {
        return Item.empty().text("id", parcel.id()).number("version", parcel.version())
                .text("place", parcel.place());
    }

    @Test
    void movesAThingOnAndRemembersTheMessage() {
        assertThat(inbox.put(parcel(1, "depot"), "m-1")).contains(parcel(1, "depot"));

        assertThat(parcels.find("p-1")).contains(parcel(1, "depot"));
        assertThat(inbox.knows("m-1")).isTrue();
        assertThat(inbox.knows("m-2")).isFalse();
    }

    @Test
    void writesNothingForAMessageThatHadItsEffect() {
        inbox.put(parcel(1, "depot"), "m-1");

        assertThat(inbox.put(parcel(2, "van"), "m-1")).isEmpty();

        assertThat(parcels.find("p-1")).contains(parcel(1, "depot"));
    }

    @Test
    void tellsWhoWasFasterAndLeavesTheMessageToBeHandledAgain() {
        parcels.put(parcel(1, "depot"));
        parcels.put(parcel(2, "van"));

        assertThat(inbox.put(parcel(2, "lost"), "m-1")).contains(parcel(2, "van"));

        assertThat(inbox.knows("m-1")).isFalse();
        assertThat(inbox.put(parcel(3, "door"), "m-1")).contains(parcel(3, "door"));
    }

    @Test
    void refusesToGoOnFromNothing() {
        assertThatThrownBy(() -> inbox.put(parcel(2, "van"), "m-1"))
                .isInstanceOf(VersionConflict.class).hasMessageContaining("p-1");
        assertThat(inbox.knows("m-1")).isFalse();
    }

    private static Parcel parcel(long version, String place) {
        return new Parcel("p-1", version, place);
    }
}
