package drivetrain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.StreamFunction.Failure;
import drivetrain.lambda.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OutboxPublisherTest {
    private final RecordingBus bus = new RecordingBus();
    private final OutboxPublisher publisher = new OutboxPublisher(bus,
            OutboxPublisherTest::oneEvent, "id");

    @Test
    void publishesTheEventsOfEachChange() {
        var failures = publisher.publish(List.of(change("a", 1), change("b", 1)));

        assertThat(failures).isEmpty();
        assertThat(details()).containsExactly("a:1", "b:1");
        assertThat(bus.calls()).hasSize(1);
    }

    @Test
    void sendsAtMostTenEntriesInOneCall() {
        var changes = new ArrayList<StreamRecord>();
        for (int i = 0; i < 23; i++) {
            changes.add(change("id" + i, 1));
        }

        assertThat(publisher.publish(changes)).isEmpty();

        assertThat(bus.calls()).extracting(List::size).containsExactly(10, 10, 3);
    }

    @Test
    void sendsAtMostOneMegabyteInOneCall() {
        var large = new OutboxPublisher(bus,
                change -> List.of(new OutgoingEvent("s", "Large", "x".repeat(400_000))), "id");

        large.publish(List.of(change("a", 1), change("b", 1), change("c", 1)));

        assertThat(bus.calls()).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void neverPutsTwoEventsOfOneAggregateIntoOneCall() {
        publisher.publish(List.of(change("a", 1), change("a", 2), change("b", 1), change("a", 3)));

        assertThat(bus.calls()).extracting(List::size).containsExactly(2, 1, 1);
        assertThat(details()).containsSubsequence("a:1", "a:2", "a:3");
    }

    @Test
    void holdsBackLaterEventsOfAnAggregateWhoseEventWasNotTaken() {
        bus.refuse(event -> event.detail().equals("a:1")
                ? Optional.of(new Refusal("ThrottlingException", "slow down"))
                : Optional.empty());

        var failures = publisher
                .publish(List.of(change("a", 1), change("b", 1), change("a", 2), change("b", 2)));

        assertThat(details()).containsExactly("b:1", "b:2");
        assertThat(failed(failures)).containsExactly("a1", "a2");
        assertThat(failures.getFirst().cause()).isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("ThrottlingException");
    }

    @Test
    void reportsAPoisonRecordAloneAndPublishesTheRest() {
        var picky = new OutboxPublisher(bus, change -> {
            if (change.sequenceNumber().equals("a1")) {
                throw new IllegalArgumentException("no such type");
            }
            return oneEvent(change);
        }, "id");

        var failures = picky.publish(List.of(change("a", 1), change("a", 2), change("b", 1)));

        assertThat(failed(failures)).containsExactly("a1");
        assertThat(failures.getFirst().cause()).hasMessage("no such type");
        assertThat(details()).containsExactly("a:2", "b:1");
    }

    @Test
    void reportsAnEventThatTheBusWillNeverTakeAloneAsPoison() {
        bus.refuse(event -> event.detail().equals("a:1")
                ? Optional.of(new Refusal("MalformedDetail", "Detail is malformed."))
                : Optional.empty());

        var failures = publisher.publish(List.of(change("a", 1), change("a", 2)));

        assertThat(failed(failures)).containsExactly("a1");
        assertThat(failures.getFirst().cause()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MalformedDetail");
        assertThat(details()).containsExactly("a:2");
    }

    @Test
    void reportsAnEventThatIsTooLargeForTheBus() {
        var large = new OutboxPublisher(bus, change -> change.sequenceNumber().equals("a1")
                ? List.of(new OutgoingEvent("s", "Large", "x".repeat(EventBus.MAX_BYTES)))
                : oneEvent(change), "id");

        var failures = large.publish(List.of(change("a", 1), change("b", 1)));

        assertThat(failed(failures)).containsExactly("a1");
        assertThat(details()).containsExactly("b:1");
    }

    @Test
    void stopsAtACallThatFailsAsAWhole() {
        bus.refuse(event -> {
            if (event.detail().equals("a:2")) {
                throw new DependencyUnavailable("the bus is down");
            }
            return Optional.empty();
        });

        var failures = publisher
                .publish(List.of(change("a", 1), change("a", 2), change("a", 3), change("b", 1)));

        assertThat(failed(failures)).containsExactly("a2", "a3");
        assertThat(bus.calls()).hasSize(2);
    }

    @Test
    void reportsEverythingWhenTheAnswerHasTooFewEntries() {
        var lossy = new OutboxPublisher(events -> List.of(), OutboxPublisherTest::oneEvent, "id");

        assertThat(failed(lossy.publish(List.of(change("a", 1), change("b", 1)))))
                .containsExactly("a1", "b1");
    }

    @Test
    void refusesATableWithAnotherKey() {
        var misconfigured = new OutboxPublisher(bus, OutboxPublisherTest::oneEvent, "sku");

        assertThatThrownBy(() -> misconfigured.publish(List.of(change("a", 1))))
                .hasMessageContaining("sku");
    }

    @Test
    void givesAnEventTheShapeOfTheProject() {
        var event = OutgoingEvent.of("drivetrain.orders", "OrderCancelled",
                new EventMetadata("orders:o-1:3", 1, Instant.EPOCH, "c-1", 3),
                "{\"orderId\":\"o-1\"}");

        assertThat(event.detail()).isEqualTo("{\"metadata\":{\"eventId\":\"orders:o-1:3\","
                + "\"schemaVersion\":1,\"occurredAt\":\"1970-01-01T00:00:00Z\","
                + "\"correlationId\":\"c-1\",\"version\":3},\"data\":{\"orderId\":\"o-1\"}}");
    }

    /** As Lambda does: deliver from the first failure on, until nothing fails. */
    @Test
    void underRandomRefusalsEveryEventArrivesAndEachAggregatesFirstsAreInOrder() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            var flaky = new RecordingBus();
            flaky.refuse(event -> {
                if (random.nextInt(12) == 0) {
                    throw new DependencyUnavailable("down");
                }
                return random.nextInt(4) == 0
                        ? Optional.of(new Refusal("InternalFailure", "try again"))
                        : Optional.empty();
            });
            var changes = randomChanges(random);

            deliverUntilDone(new OutboxPublisher(flaky, OutboxPublisherTest::oneEvent, "id"),
                    changes);

            assertThat(flaky.taken().stream().map(OutgoingEvent::detail).distinct())
                    .as("seed %d", seed).hasSameSizeAs(changes);
            assertThat(outOfOrder(flaky.taken())).as("seed %d", seed).isEmpty();
        }
    }

    private static List<StreamRecord> randomChanges(Random random) {
        var versions = new HashMap<String, Integer>();
        var changes = new ArrayList<StreamRecord>();
        for (int i = random.nextInt(1, 60); i > 0; i--) {
            var id = "id" + random.nextInt(8);
            changes.add(change(id, versions.merge(id, 1, Integer::sum)));
        }
        return changes;
    }

    private static void deliverUntilDone(OutboxPublisher publisher, List<StreamRecord> changes) {
        var rest = changes;
        while (!rest.isEmpty()) {
            var failures = publisher.publish(rest);
            rest = failures.isEmpty()
                    ? List.of()
                    : rest.subList(rest.indexOf(failures.getFirst().failed()), rest.size());
        }
    }

    /** The events that were first taken before an earlier one of their aggregate was. */
    private static List<String> outOfOrder(List<OutgoingEvent> taken) {
        var reached = new HashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (var event : taken) {
            var parts = event.detail().split(":", 2);
            int version = Integer.parseInt(parts[1]);
            int last = reached.getOrDefault(parts[0], 0);
            if (version > last + 1) {
                wrong.add(event.detail());
            }
            reached.put(parts[0], Math.max(last, version));
        }
        return wrong;
    }

    private List<String> details() {
        return bus.taken().stream().map(OutgoingEvent::detail).toList();
    }

    private static List<String> failed(List<Failure> failures) {
        return failures.stream().map(failure -> failure.failed().sequenceNumber()).toList();
    }

    private static List<OutgoingEvent> oneEvent(StreamRecord change) {
        return List.of(new OutgoingEvent("drivetrain.test", "Changed",
                change.keys().get("id").s() + ":" + change.newImage().get("version").n()));
    }

    private static StreamRecord change(String id, int version) {
        var key = Map.of("id", AttributeValue.fromS(id));
        return new StreamRecord(id + version, StreamRecord.Change.INSERT, key,
                Map.of("id", AttributeValue.fromS(id), "version",
                        AttributeValue.fromN(Integer.toString(version))),
                Map.of());
    }
}
