package drivetrain.local.debug;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that stands still while threads are held, and goes on from there. It never goes back.
 * Safe for several threads.
 *
 * <p>That one thread is held, it is told. That the whole JVM was held shows by a gap: something
 * looks at this clock many times a second, so nobody having looked for much longer means that
 * nobody could. A gap too short to count, such as a pause of the garbage collector, passes as time.
 */
final class HeldClock {
    static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final LongSupplier nanoTime;
    private final Instant start;
    private final long startNanos;
    private long lookedAt;
    private long lost;
    private long heldAt;
    private boolean held;

    /** A clock that begins at an instant, and passes as {@code nanoTime} does. */
    HeldClock(Instant start, LongSupplier nanoTime) {
        this.start = start;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        this.lookedAt = startNanos;
    }

    /** The JDK's clock, until it is held. */
    static HeldClock fromNow() {
        return new HeldClock(Instant.now(), System::nanoTime);
    }

    /** As {@link System#nanoTime()}, less what was held. */
    synchronized long nanos() {
        long now = look();
        return held ? heldAt : now - lost;
    }

    /** Stops the clock or lets it go on; the time until then has passed. */
    synchronized void hold(boolean nowHeld) {
        long now = look();
        if (nowHeld && !held) {
            heldAt = now - lost;
        } else if (!nowHeld && held) {
            lost = now - heldAt;
        }
        held = nowHeld;
    }

    synchronized boolean isHeld() {
        return held;
    }

    private long look() {
        long now = nanoTime.getAsLong();
        long gap = now - lookedAt;
        if (gap > LONGEST_PAUSE.toNanos() && !held) {
            lost += gap;
        }
        lookedAt = now;
        return now;
    }

    Instant instant() {
        return start.plusNanos(nanos() - startNanos);
    }

    /** The same as a {@link Clock}. */
    Clock in(ZoneId zone) {
        return new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {
        private final HeldClock time;
        private final ZoneId zone;

        Zoned(HeldClock time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(time, other);
        }

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public String toString() {
            return zone.equals(ZoneOffset.UTC) ? "HeldClock" : "HeldClock[" + zone + "]";
        }
    }
}
