package drivetrain.local.streams;

import java.time.Duration;

/**
 * How long to wait before a batch is tried again: doubling, with a cap. Lambda doesn't publish its
 * own pace beyond "exponential backoff".
 */
record Backoff(Duration first, Duration cap) {
    private static final int MOST_DOUBLINGS = 20;

    static Backoff scaled(double timeScale) {
        return new Backoff(scale(Duration.ofMillis(100), timeScale),
                scale(Duration.ofMinutes(1), timeScale));
    }

    private static Duration scale(Duration duration, double timeScale) {
        return Duration.ofNanos((long) (duration.toNanos() * timeScale));
    }

    /** The wait after so many failures in a row, counting from one. */
    Duration after(int failures) {
        var wait = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return wait.compareTo(cap) < 0 ? wait : cap;
    }
}
