package drivetrain.states.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Time that stands still until it is told to pass, and then skips what lies between two timers.
 *
 * <p>All tasks run on the thread that calls one of the {@code run} or {@code advance} methods, in
 * the order of their time, then of their submission: the same calls always give the same run.
 */
public final class VirtualScheduler implements Scheduler {

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Entry> timers = new PriorityQueue<>(
            Comparator.comparing((Entry e) -> e.due).thenComparingLong(e -> e.sequence));
    private Instant now;
    private long sequence;

    /** Starts at 2030-01-01T00:00:00Z. */
    public VirtualScheduler() {
        this(Instant.parse("2030-01-01T00:00:00Z"));
    }

    /**
     * Starts at a given time.
     *
     * @param start the first answer of {@link #now()}
     */
    public VirtualScheduler(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void execute(Runnable task) {
        ready.add(task);
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable task) {
        Duration wait = delay.isNegative() ? Duration.ZERO : delay;
        Entry entry = new Entry(now.plus(wait), sequence++, task);
        timers.add(entry);
        return entry;
    }

    /** Runs everything, skipping time, until nothing is left. */
    public void runUntilIdle() {
        Runnable task = next(Instant.MAX);
        while (task != null) {
            task.run();
            task = next(Instant.MAX);
        }
    }

    /**
     * Lets time pass, running what is due on the way.
     *
     * @param duration how long
     */
    public void advance(Duration duration) {
        Instant end = now().plus(duration);
        Runnable task = next(end);
        while (task != null) {
            task.run();
            task = next(end);
        }
        synchronized (this) {
            now = end;
        }
    }

    /**
     * Runs, skipping time, until a stage is complete.
     *
     * @param stage what is waited for
     * @param <T> its type
     * @return its value
     * @throws IllegalStateException if nothing is left to run and the stage is still open
     */
    public <T> T runUntilDone(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        while (!future.isDone()) {
            Runnable task = next(Instant.MAX);
            if (task == null) {
                throw new IllegalStateException("Nothing is left to run, and no timer is set: "
                        + "it waits for something from outside, such as a task token.");
            }
            task.run();
        }
        return future.join();
    }

    private synchronized Runnable next(Instant end) {
        if (!ready.isEmpty()) {
            return ready.remove();
        }
        Entry entry = timers.peek();
        while (entry != null && entry.cancelled) {
            timers.remove();
            entry = timers.peek();
        }
        if (entry == null || entry.due.isAfter(end)) {
            return null;
        }
        timers.remove();
        now = entry.due;
        return entry.task;
    }

    /** A timer that is cancelled stays in the queue until its time: removal would be a search. */
    private static final class Entry implements Timer {

        private final Instant due;
        private final long sequence;
        private final Runnable task;
        private volatile boolean cancelled;

        Entry(Instant due, long sequence, Runnable task) {
            this.due = due;
            this.sequence = sequence;
            this.task = task;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
