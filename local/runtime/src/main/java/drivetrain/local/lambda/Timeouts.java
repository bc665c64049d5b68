package drivetrain.local.lambda;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that watches the clock for all functions. */
final class Timeouts implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    Timeouts() {
        timer = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("lambda-timeouts").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    ScheduledFuture<?> after(Duration delay, Runnable task) {
        return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    void every(Duration period, Runnable task) {
        var _ = timer.scheduleWithFixedDelay(task, period.toNanos(), period.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
