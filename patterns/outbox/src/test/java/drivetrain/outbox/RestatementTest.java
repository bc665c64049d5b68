package drivetrain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.EventFunction;
import drivetrain.testing.DynamoDbLocal;
import drivetrain.testing.FunctionRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestatementTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(1));

    private final String table = DYNAMO_DB.table("sku");
    private final RecordingBus bus = new RecordingBus();
    private final Restatement restatement = new Restatement(DYNAMO_DB.client(), table, bus,
            RestatementTest::event, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void saysWhatEveryItemIsInCallsThatTheBusTakes() {
        for (int n = 0; n < 25; n++) {
            put("S-" + n, LONG_AGO);
        }

        var log = run("{}").log();

        assertThat(bus.taken()).extracting(OutgoingEvent::detail).hasSize(25)
                .doesNotHaveDuplicates().contains("S-24 by run-1");
        assertThat(bus.calls()).hasSize(3)
                .allMatch(call -> call.size() <= EventBus.MAX_ENTRIES);
        assertThat(log).anyMatch(line -> line.contains("\"items\":25"));
    }

    @Test
    void readsATableOfManyPages() {
        String padding = "x".repeat(300_000);
        for (int n = 0; n < 8; n++) {
            put(item("S-" + n, LONG_AGO).text("padding", padding));
        }

        run("{}");

        assertThat(bus.taken()).hasSize(8);
    }

    @Test
    void leavesOutWhatWasWrittenAMomentAgoUnlessItIsAskedFor() {
        put("OLD", NOW.minus(Duration.ofMinutes(5)));
        put("NEW", NOW.minus(Duration.ofMinutes(5)).plusMillis(1));

        assertThat(run("{}").log()).anyMatch(line -> line.contains("\"unsettled\":1"));
        assertThat(bus.taken()).extracting(OutgoingEvent::detail)
                .containsExactly("OLD by run-1");
        run("{\"settledMinutes\":0}");
        assertThat(bus.taken()).hasSize(3);
    }

    @Test
    void restatesTheOthersAndThenFailsWhenAnItemCannotBeUnderstood() {
        put("GOOD", LONG_AGO);
        put("POISON", LONG_AGO);

        assertThatThrownBy(() -> run("{}")).isInstanceOf(IllegalStateException.class)
                .hasMessage("1 items can't be restated: POISON: not a thing");
        assertThat(bus.taken()).hasSize(1);
    }

    @Test
    void failsSoThatItIsTriedAgainWhenTheBusRefusesAnEvent() {
        put("S-1", LONG_AGO);
        put("S-2", LONG_AGO);
        refuse("S-1");

        assertThatThrownBy(() -> run("{}")).isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("1 restatements");
        assertThat(bus.taken()).extracting(OutgoingEvent::detail)
                .containsExactly("S-2 by run-1");
    }

    @Test
    void refusesARunWithoutAnId() {
        assertThatThrownBy(() -> FunctionRun.of(handler(), "{}"))
                .hasMessageContaining("a run needs an id");
    }

    private void refuse(String sku) {
        bus.refuse(event -> Optional.of(new Refusal("ThrottlingException", "slow down"))
                .filter(_ -> event.detail().startsWith(sku)));
    }

    private FunctionRun run(String detail) {
        return FunctionRun.of(handler(), "{\"id\":\"run-1\",\"detail\":" + detail + "}");
    }

    private RequestStreamHandler handler() {
        var function = new EventFunction(restatement::restate);
        return (input, _, context) -> function.handle(input, context);
    }

    private void put(String sku, Instant changedAt) {
        put(item(sku, changedAt));
    }

    private void put(Item item) {
        DYNAMO_DB.client().putItem(put -> put.tableName(table).item(item.attributes()));
    }

    private static Item item(String sku, Instant changedAt) {
        return Item.empty().text("sku", sku).instant("changedAt", changedAt);
    }

    private static OutgoingEvent event(Item item, String run) {
        if (item.text("sku").equals("POISON")) {
            throw new IllegalArgumentException("not a thing");
        }
        return new OutgoingEvent("drivetrain.test", "ThingRestated",
                item.text("sku") + " by " + run);
    }
}
