package drivetrain.local.debug;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs tasks when they are due by the {@link HeldTime}: while that stands still, none becomes due.
 * Tasks that repeat keep the JDK's time. It stands for the class that it extends, constructor by
 * constructor.
 */
public final class HeldTimers extends ScheduledThreadPoolExecutor {
    /** How often a task looks whether the clock goes on. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final AtomicLong count = new AtomicLong();

    /** With the JDK's threads. */
    public HeldTimers(int threads) {
        this(threads, Executors.defaultThreadFactory());
    }

    /** With these threads. */
    public HeldTimers(int threads, ThreadFactory factory) {
        super(threads, factory);
    }

    /** With the JDK's threads and a say in what is refused. */
    public HeldTimers(int threads, RejectedExecutionHandler refused) {
        super(threads, refused);
    }

    /** With these threads and a say in what is refused. */
    public HeldTimers(int threads, ThreadFactory factory, RejectedExecutionHandler refused) {
        super(threads, factory, refused);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Runnable work,
            RunnableScheduledFuture<V> task) {
        return task.isPeriodic() ? task : new Held<>(task);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> work,
            RunnableScheduledFuture<V> task) {
        return new Held<>(task);
    }

    /** A task, due by the clock that may stand still. The pool asks again whenever it seems due. */
    private final class Held<V> implements RunnableScheduledFuture<V> {
        private final RunnableScheduledFuture<V> task;
        private final long dueNanos;
        private final long number = count.getAndIncrement();

        Held(RunnableScheduledFuture<V> task) {
            this.task = task;
            this.dueNanos = HeldTime.nanoTime() + task.getDelay(TimeUnit.NANOSECONDS);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            long left = dueNanos - HeldTime.nanoTime();
            boolean waits = left > 0 && HeldTime.CLOCK.isHeld();
            return unit.convert(waits ? Math.max(left, LOOK_NANOS) : left, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            if (other instanceof HeldTimers.Held<?> held) {
                int order = Long.signum(dueNanos - held.dueNanos);
                return order == 0 ? Long.compare(number, held.number) : order;
            }
            return Long.compare(getDelay(TimeUnit.NANOSECONDS),
                    other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }

        @Override
        public void run() {
            task.run();
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            boolean cancelled = task.cancel(mayInterrupt);
            if (cancelled && getRemoveOnCancelPolicy()) {
                HeldTimers.this.remove(this);
            }
            return cancelled;
        }

        @Override
        public boolean isCancelled() {
            return task.isCancelled();
        }

        @Override
        public boolean isDone() {
            return task.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            return task.get();
        }

        @Override
        public V get(long timeout, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            return HeldTimeouts.get(task, timeout, unit);
        }
    }
}
