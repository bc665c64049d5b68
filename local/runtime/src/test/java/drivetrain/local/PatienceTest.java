package drivetrain.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(Patience.parse(" 3 ", NOW)).contains(Duration.ofSeconds(3));
        assertThat(Patience.parse("Tue, 01 Dec 2026 12:00:07 GMT", NOW))
                .contains(Duration.ofSeconds(7));
        assertThat(Patience.parse("Tue, 01 Dec 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void passesOverWhatIsNeither() {
        assertThat(Patience.parse("soon", NOW)).isEmpty();
        assertThat(Patience.parse("-1", NOW)).isEmpty();
    }

    @Test
    void endsAtOnceWhenTheWaitWouldBeTooLong() {
        Instant start = Instant.now();

        assertThat(Patience.ofOneMinute().waitFor(Optional.of("61"))).isFalse();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
}
