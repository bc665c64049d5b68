package drivetrain.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.lambda.BusEvent;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.StreamFunction;
import drivetrain.lambda.StreamRecord;
import drivetrain.outbox.EventBridgeBus;
import drivetrain.outbox.OutboxPublisher;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.PoisonLetter;
import drivetrain.outbox.SqsDeadLetters;
import drivetrain.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * From a write to each subscriber, with everything on the way that may go wrong: whatever happens,
 * an event reached a subscriber or lies in a dead-letter queue, and after a redrive it is as if
 * nothing had happened.
 */
class DeliveryTest {
    private static final List<String> SUBSCRIBERS = List.of("Project", "Notify", "Count");
    private static final String PUBLISHER = "Publish";
    private static final String DEAD_LETTERS = "publisher-dead-letters";

    /** {@code -Druns=1000} for the long form, {@code -Dseed=} to repeat one. */
    @Test
    void everyEventReachesEachSubscriberOrLiesInADeadLetterQueue() {
        long seed = Long.getLong("seed", System.nanoTime());
        int runs = Integer.getInteger("runs", 100);
        System.out.println("DeliveryTest seed " + seed + ", " + runs + " runs");
        var total = new Totals();
        for (int run = 0; run < runs; run++) {
            new World(seed + run).check(total);
        }
        System.out.println(total);
        assertThat(total.poison).as("the runs set records aside, or they prove little")
                .isPositive();
        assertThat(total.givenUp).isPositive();
        assertThat(total.undelivered).isPositive();
    }

    /** What the runs came across. */
    private static final class Totals {
        private int events;
        private int poison;
        private int givenUp;
        private int undelivered;

        @Override
        public String toString() {
            return events + " events to " + SUBSCRIBERS.size() + " subscribers each; letters: "
                    + poison + " poison records, " + givenUp + " batches given up, " + undelivered
                    + " undelivered events";
        }
    }

    /** One run: a table, its stream, the publisher, the bus and the subscribers. */
    private static final class World {
        private final String name;
        private final Random random;
        private final VirtualTime time = new VirtualTime();
        private final FakeQueues queues = new FakeQueues();
        private final FakeFunctions functions = new FakeFunctions();
        private final FakeStream stream = new FakeStream();
        private final FakeEvents bus;
        private final Map<String, Set<String>> heard = new HashMap<>();
        private final Map<String, Map<String, Long>> states = new HashMap<>();
        private final Map<String, Integer> versions = new HashMap<>();
        private final Set<String> written = new TreeSet<>();
        private final Set<String> poison = new HashSet<>();
        private final Set<String> refusedBySubscribers = new HashSet<>();

        World(long seed) {
            this.name = "seed " + seed;
            this.random = new Random(seed);
            this.bus = new FakeEvents(time, functions, queues, random);
            functions.add(PUBLISHER, publisher());
            SUBSCRIBERS.forEach(this::subscribe);
        }

        private UnaryOperator<String> publisher() {
            var outbox = new OutboxPublisher(new EventBridgeBus(bus, "bus"), this::events, "id");
            var function = StreamFunction.ofBatches(outbox::publish).settingAside(
                    new SqsDeadLetters(() -> queues, DEAD_LETTERS, Clock.systemUTC()));
            return payload -> {
                var output = new ByteArrayOutputStream();
                function.handle(new ByteArrayInputStream(payload.getBytes(UTF_8)), output,
                        new TestContext(PUBLISHER));
                return output.toString(UTF_8);
            };
        }

        private List<OutgoingEvent> events(StreamRecord change) {
            var id = change.textKey("id");
            long version = Long.parseLong(change.newImage().get("version").n());
            if (poison.contains(id + ":" + version)) {
                throw new IllegalArgumentException("no such type");
            }
            return List.of(OutgoingEvent.of("drivetrain.things", "ThingChanged",
                    new EventMetadata(id + ":" + version, 1, Instant.EPOCH, "flow", version),
                    "{\"id\":\"" + id + "\"}"));
        }

        private void subscribe(String function) {
            bus.subscribe(function);
            heard.put(function, new TreeSet<>());
            states.put(function, new HashMap<>());
            functions.add(function, payload -> {
                var metadata = BusEvent.fromJson(payload).ours().metadata();
                if (refusedBySubscribers.contains(function + metadata.eventId())) {
                    throw new IllegalStateException("not yet understood");
                }
                heard.get(function).add(metadata.eventId());
                states.get(function).merge(metadata.eventId().split(":", 2)[0],
                        metadata.version(), Math::max);
                return "";
            });
        }

        void check(Totals total) {
            var records = write();
            bus.trouble(0.15, random.nextInt(3) == 0 ? 5_000_000 : 0);
            var mapping = new FakeMapping(time, functions, queues, random,
                    new FakeMapping.Target(FakeFunctions.arn(PUBLISHER), DEAD_LETTERS, 600_000,
                            0.05));
            mapping.deliver(disturbed(records));
            time.run();
            assertNothingIsLost(total);

            poison.clear();
            refusedBySubscribers.clear();
            bus.trouble(0, 0);
            redrive();
            redrive();
            assertAsIfNothingHadHappened();
        }

        private List<Record> write() {
            var records = new ArrayList<Record>();
            for (int i = random.nextInt(5, 40); i > 0; i--) {
                var id = "thing-" + random.nextInt(5);
                int version = versions.merge(id, 1, Integer::sum);
                var event = id + ":" + version;
                records.add(stream.write(id, version));
                written.add(event);
                if (random.nextInt(12) == 0) {
                    poison.add(event);
                }
                SUBSCRIBERS.stream().filter(_ -> random.nextInt(20) == 0)
                        .forEach(function -> refusedBySubscribers.add(function + event));
            }
            return records;
        }

        /** Some records come twice, some out of order. */
        private List<Record> disturbed(List<Record> records) {
            var stream = new ArrayList<>(records);
            records.stream().filter(_ -> random.nextInt(5) == 0)
                    .forEach(record -> stream.add(random.nextInt(stream.size() + 1), record));
            for (int i = 0; i + 1 < stream.size(); i++) {
                if (random.nextInt(6) == 0) {
                    stream.add(i, stream.remove(random.nextInt(i, stream.size())));
                }
            }
            return stream;
        }

        private void assertNothingIsLost(Totals total) {
            var unpublished = queues.bodies(DEAD_LETTERS);
            total.events += written.size();
            total.poison += (int) unpublished.stream()
                    .filter(body -> body.contains(PoisonLetter.CONDITION)).count();
            total.givenUp += (int) unpublished.stream()
                    .filter(body -> body.contains("DDBStreamBatchInfo")).count();
            for (var function : SUBSCRIBERS) {
                var undelivered = queues.bodies(FakeEvents.deadLettersOf(function));
                total.undelivered += undelivered.size();
                assertThat(written).as("%s, %s", name, function)
                        .allMatch(event -> heard.get(function).contains(event)
                                || undelivered.stream().anyMatch(
                                        body -> body.contains("\"" + event + "\""))
                                || unpublished.stream().anyMatch(body -> isOf(body, event)));
            }
        }

        /** Whether a letter of the publisher holds an event's record, or names its place. */
        private boolean isOf(String letter, String event) {
            var parts = event.split(":", 2);
            if (letter.contains("DDBStreamBatchInfo")) {
                return stream.isNamed(letter, parts[0], parts[1]);
            }
            return letter.contains("\"" + parts[0] + "\"")
                    && letter.contains("{\"N\":\"" + parts[1] + "\"}");
        }

        private void redrive() {
            var redrive = new Redrive(new Clients(queues, functions, stream),
                    queues.clock());
            redrive.run(DEAD_LETTERS);
            time.run();
            SUBSCRIBERS.forEach(function -> redrive.run(FakeEvents.deadLettersOf(function)));
            time.run();
        }

        private void assertAsIfNothingHadHappened() {
            var latest = new HashMap<String, Long>();
            versions.forEach((id, version) -> latest.put(id, version.longValue()));
            for (var function : SUBSCRIBERS) {
                assertThat(heard.get(function)).as("%s, %s", name, function).isEqualTo(written);
                assertThat(states.get(function)).as("%s, %s", name, function).isEqualTo(latest);
                assertThat(queues.bodies(FakeEvents.deadLettersOf(function))).isEmpty();
            }
            assertThat(queues.bodies(DEAD_LETTERS)).as(name).isEmpty();
        }
    }
}
