package drivetrain.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.kernel.VersionConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Many writers on one stream, each reading the latest version and appending to it, until together
 * they have won so many appends.
 */
final class Race {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final EventStore store;
    private final String stream;
    private final int writers;
    private final int appends;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicLong conflicts = new AtomicLong();
    private final ConcurrentHashMap<Long, List<String>> winners = new ConcurrentHashMap<>();
    private Duration took = Duration.ZERO;

    Race(EventStore store, String stream, int writers, int appends) {
        this.store = store;
        this.stream = stream;
        this.writers = writers;
        this.appends = appends;
    }

    void run() throws InterruptedException {
        Instant start = Instant.now();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String writer = "writer " + i;
                running.add(threads.submit(() -> write(writer)));
            }
            for (Future<?> one : running) {
                finish(one);
            }
        }
        took = Duration.between(start, Instant.now());
    }

    private void write(String writer) {
        int turn = started.incrementAndGet();
        while (turn <= appends) {
            String data = writer + ", append " + turn;
            long version = appendUntilWon(data);
            winners.computeIfAbsent(version, _ -> new CopyOnWriteArrayList<>()).add(data);
            turn = started.incrementAndGet();
        }
    }

    private long appendUntilWon(String data) {
        NewEvent event = new NewEvent("Changed", 1, NOW, "c-1", data);
        while (true) {
            List<StoredEvent> tail = store.tail(stream, 1);
            long version = tail.isEmpty() ? 0 : tail.getLast().version();
            try {
                if (store.append(stream, version,
                        List.of(event)) instanceof Appended(long reached)) {
                    return reached;
                }
            } catch (VersionConflict lost) {
                // As good as a conflict: read again.
            }
            conflicts.incrementAndGet();
        }
    }

    private static void finish(Future<?> writer) throws InterruptedException {
        try {
            writer.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a writer failed", failed.getCause());
        }
    }

    /** Every append that was answered is in the log, at its own version, and nothing else is. */
    void assertGaplessWithOneWinnerEach() {
        List<StoredEvent> log = store.read(stream, 0, Long.MAX_VALUE);
        assertThat(log).extracting(StoredEvent::version)
                .isEqualTo(LongStream.rangeClosed(1, appends).boxed().toList());
        assertThat(winners).hasSize(appends);
        log.forEach(event -> assertThat(winners.get(event.version()))
                .as("who won version %d", event.version()).containsExactly(event.data()));
    }

    @Override
    public String toString() {
        double seconds = took.toMillis() / 1_000.0;
        return "%d writers, %d appends to one stream: %.1f s, %.0f appends a second, %d conflicts"
                .formatted(writers, appends, seconds, appends / seconds, conflicts.get());
    }
}
