package drivetrain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestClockTest {
    @Test
    void standsStillUntilItIsMoved() {
        var clock = TestClock.at("2026-01-01T08:00:00Z");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"))
                .isEqualTo(clock.instant());

        clock.pass(Duration.ofMinutes(30));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T08:30:00Z"));
        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }
}
