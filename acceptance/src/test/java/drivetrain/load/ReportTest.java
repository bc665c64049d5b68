package drivetrain.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final List<Duration> ONE_TO_A_HUNDRED = IntStream.rangeClosed(1, 100)
            .mapToObj(i -> Duration.ofMillis(101 - i)).toList();

    @Test
    void countsOrdersOverTheWallTime() {
        Report report = new Report(16, ONE_TO_A_HUNDRED, Duration.ofSeconds(4), List.of());

        assertThat(report.ordersPerSecond()).isEqualTo(25.0);
    }

    @Test
    void takesPercentilesByNearestRank() {
        Report report = new Report(16, ONE_TO_A_HUNDRED, Duration.ofSeconds(4), List.of());

        assertThat(report.percentile(0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(report.percentile(0.99)).isEqualTo(Duration.ofMillis(99));
        assertThat(report.percentile(0)).isEqualTo(Duration.ofMillis(1));
        assertThat(report.percentile(1)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void saysWhetherTheBooksBalance() {
        assertThat(new Report(1, ONE_TO_A_HUNDRED, Duration.ofSeconds(1), List.of()).table())
                .contains("balance").doesNotContain("DON'T");
        assertThat(new Report(1, ONE_TO_A_HUNDRED, Duration.ofSeconds(1), List.of("x")).table())
                .contains("DON'T BALANCE");
    }
}
