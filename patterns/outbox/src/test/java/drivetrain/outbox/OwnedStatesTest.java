package drivetrain.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.StreamRecord;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnedStatesTest {
    private static final Item ITEM = Item.empty().text("sku", "SRV-1").number("version", 3)
            .instant("changedAt", Instant.parse("2026-01-01T08:00:00Z"))
            .text("correlationId", "r-1").text("colour", "red");

    private final OwnedStates states = new OwnedStates("paints", "sku", "PaintChanged",
            item -> "{\"colour\":\"" + item.text("colour") + "\"}");

    @Test
    void tellsEachWriteAsAChangeOfTheSameVersion() {
        for (var change : new StreamRecord.Change[]{StreamRecord.Change.INSERT,
                StreamRecord.Change.MODIFY}) {
            assertThat(states.events(record(change))).containsExactly(new OutgoingEvent(
                    "drivetrain.paints", "PaintChanged", """
                        {"metadata":{"eventId":"paints:SRV-1:3","schemaVersion":1,\
                        "occurredAt":"2026-01-01T08:00:00Z","correlationId":"r-1","version":3},\
                        "data":{"colour":"red"}}"""));
        }
    }

    @Test
    void tellsNothingOfARemovalWhichNoUseCaseMakes() {
        assertThat(states.events(record(StreamRecord.Change.REMOVE))).isEmpty();
    }

    @Test
    void saysAnewWhatTheLastChangeSaidUnderAnIdOfTheRun() {
        var change = states.events(record(StreamRecord.Change.MODIFY)).getFirst();

        var restated = states.restatedAs("PaintRestated").of(ITEM, "run-1");

        assertThat(restated.detailType()).isEqualTo("PaintRestated");
        assertThat(restated.detail()).isEqualTo(
                change.detail().replace("paints:SRV-1:3", "paints:SRV-1:3:restated:run-1"));
    }

    private static StreamRecord record(StreamRecord.Change change) {
        return new StreamRecord("1", change, Map.of(), ITEM.attributes(), ITEM.attributes());
    }
}
