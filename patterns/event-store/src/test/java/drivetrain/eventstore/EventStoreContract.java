package drivetrain.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.Companion.Expiry;
import drivetrain.kernel.VersionConflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What every event store promises; run against the fake and against DynamoDB Local. */
abstract class EventStoreContract {
    static final String COMPANIONS = "companions";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private final String stream = UUID.randomUUID().toString();

    abstract EventStore store();

    /** The item of the table {@link #COMPANIONS} with this key, if there is one. */
    abstract Optional<Map<String, AttributeValue>> companionItem(String key);

    @Test
    void readsBackWhatWasAppended() {
        var event = new NewEvent("Opened", 2, NOW, "c-1", "{\"a\":\"ü\"}");

        assertThat(store().append(stream, 0, List.of(event))).isEqualTo(new Appended(1));

        assertThat(store().read(stream, 0, Long.MAX_VALUE)).containsExactly(
                new StoredEvent(stream, 1, "Opened", 2, NOW, "c-1", "{\"a\":\"ü\"}"));
    }

    @Test
    void numbersEventsWithoutGaps() {
        store().append(stream, 0, events(3));
        store().append(stream, 3, events(1));
        store().append(stream, 4, events(2));

        assertThat(versions(store().read(stream, 0, Long.MAX_VALUE))).containsExactly(1L, 2L, 3L,
                4L, 5L, 6L);
    }

    @Test
    void knowsNothingOfAnUnknownStream() {
        assertThat(store().read(stream, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(store().tail(stream, 10)).isEmpty();
    }

    @Test
    void readsOnlyTheVersionsThatAreAskedFor() {
        store().append(stream, 0, events(9));

        assertThat(versions(store().read(stream, 3, 6))).containsExactly(4L, 5L, 6L);
        assertThat(versions(store().read(stream, 8, 100))).containsExactly(9L);
        assertThat(store().read(stream, 9, 100)).isEmpty();
        assertThat(store().read(stream, 5, 5)).isEmpty();
    }

    @Test
    void readsTheTailOldestFirst() {
        store().append(stream, 0, events(9));

        assertThat(versions(store().tail(stream, 4))).containsExactly(6L, 7L, 8L, 9L);
        assertThat(store().tail(stream, 100)).hasSize(9);
    }

    @Test
    void readsMoreThanOnePageOfEvents() {
        var large = new NewEvent("Grown", 1, NOW, "c-1", "x".repeat(150_000));
        for (int i = 0; i < 12; i++) {
            store().append(stream, i, List.of(large));
        }

        assertThat(store().read(stream, 0, Long.MAX_VALUE)).hasSize(12);
        assertThat(store().tail(stream, 11)).hasSize(11);
    }

    @Test
    void refusesAVersionThatIsTaken() {
        store().append(stream, 0, List.of(event("first")));

        var second = store().append(stream, 0, List.of(event("second")));
        var both = store().append(stream, 0, List.of(event("third"), event("fourth")));

        assertThat(second).isEqualTo(new Conflict(true, List.of()));
        assertThat(both).isEqualTo(new Conflict(true, List.of()));
        assertThat(store().read(stream, 0, Long.MAX_VALUE)).extracting(StoredEvent::data)
                .containsExactly("first");
    }

    @Test
    void writesNothingOfSeveralEventsWhenALaterVersionIsTaken() {
        store().append(stream, 0, events(2));

        assertThat(store().append(stream, 1, events(3))).isEqualTo(new Conflict(true, List.of()));

        assertThat(store().read(stream, 0, Long.MAX_VALUE)).hasSize(2);
    }

    @Test
    void writesACompanionWithTheEvents() {
        var companion = companion("first", Optional.empty());

        assertThat(store().append(stream, 0, events(1), List.of(companion)))
                .isEqualTo(new Appended(1));

        assertThat(companionItem(stream)).contains(companion.item());
    }

    @Test
    void writesNeitherWhenTheCompanionIsThereAndShowsWhatIsThere() {
        var first = companion("first", Optional.empty());
        var second = companion("second", Optional.empty());
        store().append(stream, 0, events(1), List.of(first));

        var outcome = store().append(stream + "-2", 0, events(1), List.of(second));

        assertThat(outcome).isEqualTo(new Conflict(false,
                List.of(new AppendOutcome.Refusal(second, first.item()))));
        assertThat(store().read(stream + "-2", 0, 9)).isEmpty();
        assertThat(companionItem(stream)).contains(first.item());
    }

    @Test
    void writesNoCompanionWhenTheVersionIsTaken() {
        store().append(stream, 0, events(1));

        var outcome = store().append(stream, 0, events(1),
                List.of(companion("late", Optional.empty())));

        assertThat(outcome).isEqualTo(new Conflict(true, List.of()));
        assertThat(companionItem(stream)).isEmpty();
    }

    @Test
    void replacesACompanionThatHasExpiredAndNoSecondEarlier() {
        var expiresAt = NOW.plusSeconds(60);
        store().append(stream, 0, events(1), List.of(companion("old", Optional.empty(),
                Map.of("expiresAt", AttributeValue.fromN("" + expiresAt.getEpochSecond())))));

        var early = store().append(stream + "-2", 0, events(1), List.of(
                companion("early",
                        Optional.of(new Expiry("expiresAt", expiresAt.minusSeconds(1))))));
        var onTime = store().append(stream + "-3", 0, events(1),
                List.of(companion("new", Optional.of(new Expiry("expiresAt", expiresAt)))));

        assertThat(early).isInstanceOf(Conflict.class);
        assertThat(onTime).isEqualTo(new Appended(1));
        assertThat(companionItem(stream).orElseThrow().get("value").s()).isEqualTo("new");
    }

    @Test
    void refusesAnAppendThatNoStoreCanTake() {
        assertThatThrownBy(() -> store().append(stream, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().append(stream, -1, events(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().append(stream, 0, events(101)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store().append(stream, 0, events(100))).isEqualTo(new Appended(100));
    }

    @Test
    void givesEachVersionToExactlyOneOfManyWriters() throws Exception {
        int writers = 8;
        int eachWrites = 20;
        var won = Collections.synchronizedList(new ArrayList<Long>());
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var running = IntStream.range(0, writers).mapToObj(writer -> threads.submit(() -> {
                for (int i = 0; i < eachWrites; i++) {
                    won.add(appendUntilWon(writer + "/" + i));
                }
            })).toList();
            for (var writer : running) {
                finish(writer);
            }
        }

        var all = LongStream.rangeClosed(1, (long) writers * eachWrites).boxed().toList();
        assertThat(won).containsExactlyInAnyOrderElementsOf(all);
        var log = store().read(stream, 0, Long.MAX_VALUE);
        assertThat(versions(log)).isEqualTo(all);
        assertThat(log.stream().map(StoredEvent::data).distinct()).hasSize(all.size());
    }

    private long appendUntilWon(String data) {
        while (true) {
            var tail = store().tail(stream, 1);
            long version = tail.isEmpty() ? 0 : tail.getLast().version();
            try {
                if (store().append(stream, version,
                        List.of(event(data))) instanceof Appended(long reached)) {
                    return reached;
                }
            } catch (VersionConflict lost) {
                // As good as a conflict: read again.
            }
        }
    }

    private static void finish(Future<?> writer) throws Exception {
        try {
            writer.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a writer failed", failed.getCause());
        }
    }

    private Companion companion(String value, Optional<Expiry> expiry) {
        return companion(value, expiry, Map.of());
    }

    private Companion companion(String value, Optional<Expiry> expiry,
            Map<String, AttributeValue> more) {
        var item = new HashMap<>(more);
        item.put("key", AttributeValue.fromS(stream));
        item.put("value", AttributeValue.fromS(value));
        return new Companion(COMPANIONS, "key", item, expiry);
    }

    private static List<NewEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> event("{\"i\":" + i + "}")).toList();
    }

    private static NewEvent event(String data) {
        return new NewEvent("Changed", 1, NOW, "c-1", data);
    }

    private static List<Long> versions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::version).toList();
    }
}
