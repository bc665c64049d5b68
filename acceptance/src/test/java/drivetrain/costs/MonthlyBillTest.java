package drivetrain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.local.meter.Usage;
import drivetrain.local.meter.Use;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyBillTest {
    private final MonthlyBill month = new MonthlyBill(Prices.read(), Assumptions.DEFAULT);

    @Test
    void anIdleSystemIsBilledForWhatWatchesAndWhatTheClockStarts() {
        Bill bill = month.idle(new Inventory(30, 1, 2, 14), 1,
                List.of(new Scheduled(Duration.ofHours(1), 1),
                        new Scheduled(Duration.ofHours(2), 2)));

        // Five pollers ask every 20 s; 730 and 365 runs of 40 ms.
        assertThat(bill.lines()).extracting(Line::quantity).containsExactly(30.0, 1.0, 2.0,
                657_000.0, 1_095.0, 58.4);
    }

    @Test
    void aBusyOneForMetricsAndForTheKeysOfTables() {
        Bill bill = month.busy(new Observed(1, List.of(used("execute-api", "GET", "/orders"),
                used("execute-api", "POST", "/orders"), used("dynamodb", "GetItem", "Orders"),
                used("dynamodb", "PutItem", "Orders"), used("dynamodb", "PutItem", "Prices"),
                new Usage(new Use("another", "dynamodb", "PutItem", "Prices"), 1, 0, 1)), 0, 3));

        assertThat(bill.lines()).extracting(Line::quantity).containsExactly(3.0, 10.0,
                3 * 730.0 * 12);
    }

    @ParameterizedTest
    @CsvSource({"rate(5 minutes), PT5M", "rate(1 hour), PT1H", "rate(1 day), PT24H"})
    void knowsHowOftenASchedulesComes(String expression, Duration every) {
        assertThat(Scheduled.every(expression)).isEqualTo(every);
    }

    @Test
    void doesNotGuessHowOftenACalendarComes() {
        assertThatThrownBy(() -> Scheduled.every("cron(0 12 * * ? *)"))
                .hasMessageContaining("cron");
    }

    private static Usage used(String service, String operation, String resource) {
        return new Usage(new Use("caller", service, operation, resource), 1, 0, 1);
    }
}
