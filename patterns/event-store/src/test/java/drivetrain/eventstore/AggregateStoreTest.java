package drivetrain.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.kernel.StorageUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An account whose events are amounts, and whose state is the balance. */
class AggregateStoreTest {
    private static final int EVERY = 5;
    private final CountingStore events = new CountingStore();
    private final InMemorySnapshotStore snapshots = new InMemorySnapshotStore();
    private int snapshotReads;
    private boolean snapshotsAreDown;

    private final AggregateStore<Long, Integer> accounts = accounts(1);

    @Test
    void knowsNothingOfAnUnknownStream() {
        assertThat(accounts.load("a")).isEmpty();
        assertThat(accounts.history("a", 0, 10)).isEmpty();
    }

    @Test
    void foldsWhatWasAppended() {
        append(3);
        append(4);

        assertThat(accounts.load("a")).contains(new Versioned<>(7L, 2, at(4), 0));
        assertThat(accounts.history("a", 0, 10)).extracting(Recorded::event).containsExactly(3, 4);
    }

    @Test
    void appendsSeveralEventsAtOnce() {
        assertThat(accounts.append("a", Optional.empty(), List.of(1, 2, 3), at(0), "c", List.of()))
                .isEqualTo(new Appended(3));

        assertThat(accounts.load("a").orElseThrow().state()).isEqualTo(6);
    }

    @Test
    void tellsAConflict() {
        append(1);

        assertThat(accounts.append("a", Optional.empty(), List.of(2), at(0), "c", List.of()))
                .isEqualTo(new Conflict(true, List.of()));
    }

    @Test
    void loadsTheStateAsItWasAtAVersion() {
        for (int i = 1; i <= 12; i++) {
            append(i);
        }

        assertThat(accounts.loadAsOf("a", 3)).map(Versioned::state).contains(6L);
        assertThat(accounts.loadAsOf("a", 12)).map(Versioned::state).contains(78L);
        assertThat(accounts.loadAsOf("a", 13)).isEmpty();
        assertThat(accounts.loadAsOf("a", 0)).isEmpty();
        assertThat(accounts.loadAsOf("a", -1)).isEmpty();
    }

    @Test
    void loadsAVersionFromTheSnapshotWhereThatIsNotOfLater() {
        for (int i = 1; i <= 100; i++) {
            append(i);
        }
        resetCounts();

        assertThat(accounts.loadAsOf("a", 100)).map(Versioned::state).contains(5_050L);
        assertThat(events.eventsRead).isLessThanOrEqualTo(EVERY);
        assertThat(accounts.loadAsOf("a", 20)).map(Versioned::state).contains(210L);
        assertThat(accounts.loadAsOf("a", 101)).isEmpty();
    }

    @Test
    void replaysTheLogWhateverTheSnapshotSays() {
        for (int i = 1; i <= EVERY; i++) {
            append(1);
        }
        snapshots.save(new Snapshot("a", EVERY + 1, 1, at(0), "1000"));
        append(1);

        assertThat(accounts.replay("a")).map(Versioned::state).contains(EVERY + 1L);
        assertThat(accounts.replay("unknown")).isEmpty();
    }

    @Test
    void showsTheHistoryPageByPage() {
        for (int i = 1; i <= 7; i++) {
            append(i);
        }

        assertThat(accounts.history("a", 0, 3)).extracting(Recorded::event)
                .containsExactly(1, 2, 3);
        assertThat(accounts.history("a", 6, 3)).extracting(Recorded::version).containsExactly(7L);
        assertThat(accounts.history("a", 7, 3)).isEmpty();
    }

    @Test
    void readsAShortStreamWithOneQueryAndNoSnapshot() {
        for (int i = 1; i < EVERY; i++) {
            append(i);
        }
        resetCounts();

        accounts.load("a");

        assertThat(events.queries).isEqualTo(1);
        assertThat(snapshotReads).isZero();
    }

    @Test
    void readsALongStreamWithOneQueryAndOneSnapshotHoweverLongItIs() {
        for (int i = 1; i <= 1_003; i++) {
            append(i);
        }
        resetCounts();

        assertThat(accounts.load("a").orElseThrow().version()).isEqualTo(1_003);

        assertThat(events.queries).isEqualTo(1);
        assertThat(events.eventsRead).isEqualTo(EVERY);
        assertThat(snapshotReads).isEqualTo(1);
    }

    @Test
    void doesWithoutASnapshotThatCouldNotBeSavedAndSavesALaterOne() {
        snapshotsAreDown = true;
        for (int i = 1; i <= EVERY + 1; i++) {
            append(1);
        }
        assertThat(accounts.load("a").orElseThrow().state()).isEqualTo(EVERY + 1L);
        assertThat(snapshots.latest("a")).isEmpty();

        snapshotsAreDown = false;
        append(1);

        assertThat(snapshots.latest("a").orElseThrow().version()).isEqualTo(EVERY + 2L);
    }

    @Test
    void passesOverASnapshotOfAnotherShape() {
        for (int i = 1; i <= EVERY; i++) {
            append(1);
        }
        snapshots.save(new Snapshot("a", EVERY, 2, at(0), "nonsense"));

        append(1);

        assertThat(accounts.load("a").orElseThrow().state()).isEqualTo(EVERY + 1L);
        assertThat(accounts(2).append("a", accounts.load("a"), List.of(1), at(1), "c", List.of()))
                .isEqualTo(new Appended(EVERY + 2));
    }

    @Test
    void agreesWithAPlainFoldWhateverTheSnapshotsDo() {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var stream = "s" + seed;
            long expected = 0;
            for (int i = random.nextInt(1, 60); i > 0; i--) {
                snapshotsAreDown = random.nextInt(3) == 0;
                var amounts = random.ints(random.nextInt(1, 4), 0, 100).boxed().toList();
                accounts.append(stream, accounts.load(stream), amounts, at(0), "c", List.of());
                expected += amounts.stream().mapToLong(Integer::longValue).sum();
                assertThat(accounts.load(stream).orElseThrow().state()).as("seed %d", seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void refusesALogWithAGap() {
        append(1);
        append(2);
        events.hidden = 1;

        assertThatThrownBy(() -> accounts.load("a")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 2 where 1 belongs");
    }

    private void append(int amount) {
        var outcome = accounts.append("a", accounts.load("a"), List.of(amount), at(amount), "c",
                List.of());
        assertThat(outcome).isInstanceOf(Appended.class);
    }

    private void resetCounts() {
        events.queries = 0;
        events.eventsRead = 0;
        snapshotReads = 0;
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private AggregateStore<Long, Integer> accounts(int snapshotSchema) {
        return new AggregateStore<>(events, new FlakySnapshots(), new Amounts(),
                new Balances(snapshotSchema), Upcasters.none(),
                (before, event) -> before.orElse(0L) + event.event(), EVERY);
    }

    /** Counts what is read, and can hide an event. */
    private static final class CountingStore implements EventStore {
        private final InMemoryEventStore store = new InMemoryEventStore();
        private int queries;
        private int eventsRead;
        private long hidden;

        @Override
        public AppendOutcome append(String streamId, long expectedVersion, List<NewEvent> events,
                List<Companion> companions) {
            return store.append(streamId, expectedVersion, events, companions);
        }

        @Override
        public List<StoredEvent> read(String streamId, long afterVersion, long upToVersion) {
            return counted(store.read(streamId, afterVersion, upToVersion));
        }

        @Override
        public List<StoredEvent> tail(String streamId, int limit) {
            return counted(store.tail(streamId, limit));
        }

        @Override
        public List<StoredEvent> page(String streamId, long afterVersion, int limit) {
            return counted(store.page(streamId, afterVersion, limit));
        }

        @Override
        public StreamPage streams(Segment segment, Optional<String> after) {
            return store.streams(segment, after);
        }

        @Override
        public long approximateSize() {
            return store.approximateSize();
        }

        private List<StoredEvent> counted(List<StoredEvent> found) {
            queries++;
            eventsRead += found.size();
            var shown = new ArrayList<>(found);
            shown.removeIf(event -> event.version() == hidden);
            return shown;
        }
    }

    private final class FlakySnapshots implements SnapshotStore {
        @Override
        public Optional<Snapshot> latest(String streamId) {
            snapshotReads++;
            return snapshots.latest(streamId);
        }

        @Override
        public void save(Snapshot snapshot) {
            if (snapshotsAreDown) {
                throw new StorageUnavailable("snapshots");
            }
            snapshots.save(snapshot);
        }
    }

    private static final class Amounts implements EventCodec<Integer> {
        @Override
        public String type(Integer event) {
            return "Booked";
        }

        @Override
        public int schemaVersion(Integer event) {
            return 1;
        }

        @Override
        public String encode(Integer event) {
            return event.toString();
        }

        @Override
        public Integer decode(StoredEvent event) {
            return Integer.valueOf(event.data());
        }
    }

    private record Balances(int schemaVersion) implements SnapshotCodec<Long> {
        @Override
        public String encode(Long state) {
            return state.toString();
        }

        @Override
        public Long decode(String data) {
            return Long.valueOf(data);
        }
    }
}
