package drivetrain.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again and again until there is an answer. */
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Waiting() {}

    /**
     * The first answer.
     *
     * @throws IllegalStateException
     *             naming what didn't come in time
     */
    public static <T> T until(String what, Duration patience, Supplier<Optional<T>> question) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Waited " + patience + " in vain for " + what);
            }
            pause();
        }
    }

    /** Waits until something holds; otherwise like {@link #until}. */
    public static void untilTrue(String what, Duration patience, Supplier<Boolean> question) {
        until(what, patience, () -> Optional.of(true).filter(_ -> question.get()));
    }

    /** Waits a moment. */
    public static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
