package drivetrain.local.debug;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What {@link TimeCalls} has classes ask for the time instead of the JDK. Its methods are static,
 * like those that they stand for: there is one clock in a JVM that is being debugged.
 */
public final class HeldTime {
    static final HeldClock CLOCK = HeldClock.fromNow();

    private HeldTime() {}

    /** For {@link System#nanoTime()}. */
    public static long nanoTime() {
        return CLOCK.nanos();
    }

    /** For {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return CLOCK.instant().toEpochMilli();
    }

    /** For {@link Instant#now()}. */
    public static Instant now() {
        return CLOCK.instant();
    }

    /** For {@link Clock#systemUTC()}. */
    public static Clock systemUTC() {
        return CLOCK.in(ZoneOffset.UTC);
    }

    /** For {@link Clock#systemDefaultZone()}. */
    public static Clock systemDefaultZone() {
        return CLOCK.in(ZoneId.systemDefault());
    }

    /** For {@link Clock#system(ZoneId)}. */
    public static Clock system(ZoneId zone) {
        return CLOCK.in(zone);
    }

    /** For {@link Clock#tickMillis(ZoneId)}. */
    public static Clock tickMillis(ZoneId zone) {
        return Clock.tick(CLOCK.in(zone), Duration.ofMillis(1));
    }

    /** For {@link Clock#tickSeconds(ZoneId)}. */
    public static Clock tickSeconds(ZoneId zone) {
        return Clock.tick(CLOCK.in(zone), Duration.ofSeconds(1));
    }

    /** For {@link Clock#tickMinutes(ZoneId)}. */
    public static Clock tickMinutes(ZoneId zone) {
        return Clock.tick(CLOCK.in(zone), Duration.ofMinutes(1));
    }

    /** For {@link InstantSource#system()}. */
    public static InstantSource system() {
        return CLOCK.in(ZoneOffset.UTC);
    }
}
