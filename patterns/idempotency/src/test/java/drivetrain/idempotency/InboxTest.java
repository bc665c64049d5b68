package drivetrain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.idempotency.Inbox.Outcome;
import drivetrain.kernel.VersionConflict;
import drivetrain.testing.DynamoDbLocal;
import drivetrain.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

class InboxTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final TestClock clock = TestClock.at("2026-11-22T10:00:00Z");
    private final Inbox inbox = new Inbox(DYNAMO_DB.client(), DYNAMO_DB.table(Inbox.KEY),
            Duration.ofDays(30), clock);
    private final String counters = DYNAMO_DB.table("id");
    private final String message = UUID.randomUUID().toString();
    private final String counter = UUID.randomUUID().toString();

    @Test
    void letsAMessageTakeEffectOnce() {
        assertThat(inbox.knows(message)).isFalse();
        assertThat(inbox.handle(message, List.of(count(0)))).isEqualTo(new Outcome.Done());
        assertThat(inbox.handle(message, List.of(count(1)))).isEqualTo(new Outcome.Known());

        assertThat(inbox.knows(message)).isTrue();
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void remembersNothingWhenTheEffectIsRefused() {
        var outcome = inbox.handle(message, List.of(count(7)));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.reasons()).hasSize(1)
                        .allMatch(reason -> reason.code().equals("ConditionalCheckFailed")));
        assertThat(inbox.knows(message)).isFalse();
        assertThat(inbox.handle(message, List.of(count(0)))).isEqualTo(new Outcome.Done());
    }

    @Test
    void forgetsAMessageWhoseTimeIsOverThoughItsRecordIsStillThere() {
        inbox.handle(message, List.of(count(0)));

        clock.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(inbox.knows(message)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(inbox.knows(message)).isFalse();
        assertThat(inbox.handle(message, List.of(count(1)))).isEqualTo(new Outcome.Done());
    }

    @Test
    void countsCopiesThatComeAtTheSameTimeAsOne() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var copies = new ArrayList<Callable<Outcome>>();
            for (int i = 0; i < 8; i++) {
                copies.add(this::untilItIsDecided);
            }
            var outcomes = new ArrayList<Outcome>();
            for (var copy : threads.invokeAll(copies)) {
                outcomes.add(copy.get());
            }

            assertThat(outcomes).filteredOn(new Outcome.Done()::equals).hasSize(1);
            assertThat(counted()).isEqualTo(1);
        }
    }

    private Outcome untilItIsDecided() {
        try {
            return inbox.handle(message, List.of(count(0)));
        } catch (VersionConflict anotherCopy) {
            return untilItIsDecided();
        }
    }

    /** Adds one to a counter that stands at a number. */
    private TransactWriteItem count(long from) {
        var values = Item.empty().number(":one", 1).number(":from", from);
        return TransactWriteItem.builder().update(Update.builder().tableName(counters)
                .key(Item.empty().text("id", counter).attributes())
                .updateExpression("ADD n :one")
                .conditionExpression(from == 0
                        ? "attribute_not_exists(n) OR n = :from"
                        : "n = :from")
                .expressionAttributeValues(values.attributes()).build()).build();
    }

    private long counted() {
        return new Item(DYNAMO_DB.client().getItem(get -> get.tableName(counters)
                .key(Item.empty().text("id", counter).attributes())).item()).number("n");
    }
}
