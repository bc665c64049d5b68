package drivetrain.local;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a request is repeated that a busy system turns away, and how long is waited in between: as
 * long as the answer's {@code Retry-After} says (RFC 9110, section 10.2.3: seconds or a date),
 * otherwise a moment, which doubles.
 */
final class Patience {
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Instant end;
    private Duration next = FIRST_WAIT;

    private Patience(Instant end) {
        this.end = end;
    }

    static Patience ofOneMinute() {
        return new Patience(Instant.now().plus(Duration.ofMinutes(1)));
    }

    /**
     * Waits before the next attempt.
     *
     * @return whether there is to be one: false, at once, if it would come after the end
     */
    boolean waitFor(Optional<String> retryAfter) {
        Duration wait = retryAfter.flatMap(text -> parse(text, Instant.now())).orElse(next);
        next = next.multipliedBy(2).compareTo(LONGEST_WAIT) < 0
                ? next.multipliedBy(2)
                : LONGEST_WAIT;
        Instant until = Instant.now().plus(wait);
        if (until.isAfter(end)) {
            return false;
        }
        while (Instant.now().isBefore(until)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), until).toNanos());
        }
        return true;
    }

    static Optional<Duration> parse(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
