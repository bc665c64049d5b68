package drivetrain.states.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The engine's only source of time and of threads. Implementations are thread-safe. */
public interface Scheduler extends Executor {

    /**
     * The time.
     *
     * @return never earlier than what it answered before
     */
    Instant now();

    /**
     * Runs a task later, on the executor.
     *
     * @param delay from now; zero or less means as soon as possible
     * @param task must not block
     * @return cancels the task while it hasn't begun
     */
    Timer schedule(Duration delay, Runnable task);

    /** A task that hasn't begun yet. */
    @FunctionalInterface
    interface Timer {

        /** Forgets the task; does nothing if it has begun. */
        void cancel();
    }
}
