package drivetrain.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a test moves it; in UTC. Thread-safe. */
public final class TestClock extends Clock {
    private volatile Instant now;

    public TestClock(Instant now) {
        this.now = now;
    }

    /** A clock that stands at a time as {@link Instant#parse} reads it. */
    public static TestClock at(String time) {
        return new TestClock(Instant.parse(time));
    }

    /** Moves it on. */
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** Moves it to a time, also backwards. */
    public synchronized void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Refused: nothing here reads a date by a place's time. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
