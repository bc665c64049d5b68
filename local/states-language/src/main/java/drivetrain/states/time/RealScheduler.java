package drivetrain.states.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Time as it passes: one timer thread, and a small pool of daemon threads or a given executor. */
public final class RealScheduler implements Scheduler, AutoCloseable {

    private final Clock clock;
    private final Executor executor;
    private final ExecutorService owned;
    private final ScheduledThreadPoolExecutor timers;

    /** A scheduler with one thread per processor, and the system clock. */
    public RealScheduler() {
        clock = Clock.systemUTC();
        owned = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                daemon("states-language-"));
        executor = owned;
        timers = timers();
    }

    /**
     * A scheduler on an executor of the caller's, which stays the caller's to close.
     *
     * @param clock tells the time
     * @param executor runs transitions
     */
    public RealScheduler(Clock clock, Executor executor) {
        this.clock = clock;
        this.executor = executor;
        owned = null;
        timers = timers();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Future<?> future = timers.schedule(() -> executor.execute(task), nanos(delay),
                TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /** Forgets all timers, and ends the threads that this scheduler made. */
    @Override
    public void close() {
        timers.shutdownNow();
        if (owned != null) {
            owned.shutdownNow();
        }
    }

    private static ScheduledThreadPoolExecutor timers() {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1,
                daemon("states-language-timer-"));
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }

    private static long nanos(Duration delay) {
        return TimeUnit.NANOSECONDS.convert(delay);
    }

    private static ThreadFactory daemon(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 0).factory();
    }
}
