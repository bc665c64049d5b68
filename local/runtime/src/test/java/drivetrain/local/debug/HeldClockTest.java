package drivetrain.local.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HeldClockTest {
    private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");

    private long now = 1_000;
    private final HeldClock clock = new HeldClock(START, () -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    /** Time in which somebody looks at the clock, as somebody does while the JVM runs. */
    private void run(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= 50) {
            pass(Duration.ofMillis(Math.min(left, 50)));
            clock.nanos();
        }
    }

    private Duration passed() {
        return Duration.between(START, clock.in(ZoneOffset.UTC).instant());
    }

    @Test
    void passesAsTimeDoes() {
        run(Duration.ofSeconds(3));

        assertThat(passed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(clock.nanos()).isEqualTo(1_000 + Duration.ofSeconds(3).toNanos());
    }

    @Test
    void standsStillWhileItIsHeldAndGoesOnFromThere() {
        run(Duration.ofSeconds(1));
        clock.hold(true);
        run(Duration.ofSeconds(60));

        assertThat(clock.isHeld()).isTrue();
        assertThat(passed()).isEqualTo(Duration.ofSeconds(1));

        clock.hold(false);
        run(Duration.ofSeconds(2));
        assertThat(passed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesOffWhatNobodyCouldSee() {
        run(Duration.ofSeconds(1));
        pass(Duration.ofMinutes(5));

        assertThat(passed()).as("at the first look").isEqualTo(Duration.ofSeconds(1));
        run(Duration.ofSeconds(1));
        assertThat(passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void countsAPause() {
        pass(HeldClock.LONGEST_PAUSE);

        assertThat(passed()).isEqualTo(HeldClock.LONGEST_PAUSE);
    }

    @Test
    void takesAGapWhileItIsHeldOffOnce() {
        run(Duration.ofSeconds(1));
        clock.hold(true);
        pass(Duration.ofMinutes(5));
        clock.hold(true);
        pass(Duration.ofMinutes(5));
        clock.hold(false);

        assertThat(passed()).isEqualTo(Duration.ofSeconds(1));
    }
}
