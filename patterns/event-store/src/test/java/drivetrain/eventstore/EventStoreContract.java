package drivetrain.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.Companion.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
    void readsAStreamPageByPage() {
        store().append(stream, 0, events(9));

        assertThat(versions(store().page(stream, 0, 4))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(versions(store().page(stream, 4, 4))).containsExactly(5L, 6L, 7L, 8L);
        assertThat(versions(store().page(stream, 8, 4))).containsExactly(9L);
        assertThat(store().page(stream, 9, 4)).isEmpty();
        assertThat(store().page(stream + "-unknown", 0, 4)).isEmpty();
    }

    @Test
    void findsEachStreamOnceThroughAllPagesOfAllSegments() {
        var begun = IntStream.range(0, 40).mapToObj(i -> stream + "/" + i).toList();
        begun.forEach(id -> store().append(id, 0, events(20)));

        for (int segments : new int[]{1, 3}) {
            var found = new ArrayList<String>();
            long eventsRead = 0;
            for (int i = 0; i < segments; i++) {
                eventsRead += collectStreams(new Segment(i, segments), found);
            }
            assertThat(found).doesNotHaveDuplicates().containsAll(begun);
            assertThat(eventsRead).isEqualTo(store().approximateSize())
                    .isGreaterThanOrEqualTo(800);
        }
    }

    private long collectStreams(Segment segment, List<String> found) {
        var page = store().streams(segment, Optional.empty());
        long eventsRead = page.eventsRead();
        found.addAll(page.streamIds());
        while (page.next().isPresent()) {
            page = store().streams(segment, page.next());
            eventsRead += page.eventsRead();
            found.addAll(page.streamIds());
        }
        return eventsRead;
    }

    @Test
    void refusesAnAppendThatNoStoreCanTakeAndSaysWhy() {
        assertRefused("has no event", 0, List.of());
        assertRefused("no version -1", -1, events(1));
        assertRefused("101 events and 0 companions; a transaction takes 100 items", 0,
                events(101));
        assertThatThrownBy(() -> store().append(stream, 0, events(100),
                List.of(companion("one too many", Optional.empty()))))
                .hasMessageContaining("100 events and 1 companions");

        assertThat(store().append(stream, 0, events(100))).isEqualTo(new Appended(100));
    }

    @Test
    void takesAnEventUpToTheLimitAndRefusesALargerOneByItsName() {
        int room = EventStore.MAX_EVENT_BYTES - stream.length() - "Changed".length()
                - "c-1".length();
        var largest = event("x".repeat(room - 2) + "ü");

        assertThat(store().append(stream, 0, List.of(largest))).isEqualTo(new Appended(1));
        assertRefused("Changed, version 2 of " + stream + ", has 408577 bytes; an event may have"
                + " 408576", 1, List.of(event("x".repeat(room - 1) + "ü")));
    }

    @Test
    void takesATransactionUpToTheLimitAndRefusesALargerOne() {
        var large = event("x".repeat(380_000));

        assertThat(store().append(stream, 0, Collections.nCopies(10, large)))
                .isEqualTo(new Appended(10));
        assertRefused("bytes; a transaction takes 4194304", 10, Collections.nCopies(12, large));
        assertThatThrownBy(() -> store().append(stream, 10, Collections.nCopies(11, large),
                List.of(companion("x".repeat(100_000), Optional.empty()))))
                .hasMessageContaining("a transaction takes");
    }

    private void assertRefused(String why, long version, List<NewEvent> events) {
        assertThatThrownBy(() -> store().append(stream, version, events))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @Test
    void givesEachVersionToExactlyOneOfManyWriters() throws Exception {
        var race = new Race(store(), stream, 8, 160);

        race.run();

        race.assertGaplessWithOneWinnerEach();
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
