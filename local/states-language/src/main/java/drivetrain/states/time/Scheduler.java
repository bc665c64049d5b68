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

    /**
     * Runs a task after a pause that a definition asks for: a Wait state, or the delay before a
     * retry. A host that wants workflows to hurry may shorten these without touching timeouts.
     *
     * @param delay from now; zero or less means as soon as possible
     * @param task must not block
     * @return cancels the task while it hasn't begun
     */
    default Timer pause(Duration delay, Runnable task) {
        return schedule(delay, task);
    }

    /** A task that hasn't begun yet. */
    @FunctionalInterface
    interface Timer {

        /** Forgets the task; does nothing if it has begun. */
        void cancel();
    }
}
