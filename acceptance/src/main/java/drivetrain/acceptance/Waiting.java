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

    /**
     * Repeats a request that is turned away for now (429, 503), after the seconds of its
     * {@code Retry-After}.
     *
     * @return the first other answer; the last one, if patience doesn't suffice
     */
    static Answer whileBusy(Duration patience, Supplier<Answer> request) {
        Instant end = Instant.now().plus(patience);
        Answer answer = request.get();
        while ((answer.status() == 429 || answer.status() == 503)
                && Instant.now().plus(retryAfter(answer)).isBefore(end)) {
            pause(retryAfter(answer));
            answer = request.get();
        }
        return answer;
    }

    private static Duration retryAfter(Answer answer) {
        String seconds = answer.header("Retry-After");
        return seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : PAUSE;
    }

    /** Waits a moment. */
    public static void pause() {
        pause(PAUSE);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
