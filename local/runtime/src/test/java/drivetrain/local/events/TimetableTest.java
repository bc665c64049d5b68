package drivetrain.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(1 minute)              | 2026-03-10T10:15:30Z | 2026-03-10T10:16:30Z
            rate(2 days)                | 2026-03-10T10:15:30Z | 2026-03-12T10:15:30Z
            at(2026-03-11T08:00:00)     | 2026-03-10T10:15:30Z | 2026-03-11T08:00:00Z
            cron(0 10 * * ? *)          | 2026-03-10T10:00:00Z | 2026-03-11T10:00:00Z
            cron(15 12 * * ? *)         | 2026-03-10T10:15:30Z | 2026-03-10T12:15:00Z
            cron(0/15 * * * ? *)        | 2026-03-10T10:15:00Z | 2026-03-10T10:30:00Z
            cron(0/15 * * * ? *)        | 2026-03-10T23:45:00Z | 2026-03-11T00:00:00Z
            cron(0 18 ? * MON-FRI *)    | 2026-03-13T18:00:00Z | 2026-03-16T18:00:00Z
            cron(0 8 1 * ? *)           | 2026-03-10T10:15:30Z | 2026-04-01T08:00:00Z
            cron(0/5 8-17 ? * MON-FRI *)| 2026-03-10T17:55:00Z | 2026-03-11T08:00:00Z
            cron(0 9 ? * 2#1 *)         | 2026-03-10T10:15:30Z | 2026-04-06T09:00:00Z
            cron(0 9 ? * 6L *)          | 2026-03-10T10:15:30Z | 2026-03-27T09:00:00Z
            cron(0 0 L * ? *)           | 2026-02-10T10:15:30Z | 2026-02-28T00:00:00Z
            cron(0 0 L 2 ? *)           | 2026-03-10T10:15:30Z | 2027-02-28T00:00:00Z
            cron(0 0 29 2 ? *)          | 2026-03-10T10:15:30Z | 2028-02-29T00:00:00Z
            cron(0 0 1W * ? *)          | 2026-07-20T10:15:30Z | 2026-08-03T00:00:00Z
            cron(0 0 1 JAN,JUL ? 2027)  | 2026-03-10T10:15:30Z | 2027-01-01T00:00:00Z
            """)
    void findsTheNextTime(String expression, Instant after, Instant next) {
        assertThat(Timetable.of(expression, ZoneOffset.UTC).next(after)).contains(next);
    }

    @Test
    void followsTheClockOfItsZone() {
        var timetable = Timetable.of("cron(0 9 * * ? *)", ZoneId.of("Europe/Berlin"));

        assertThat(timetable.next(Instant.parse("2026-03-28T09:00:00Z")))
                .contains(Instant.parse("2026-03-29T07:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron(0 0 1 1 ? 2020)", "at(2020-01-01T00:00:00)"})
    void endsWithThePast(String expression) {
        assertThat(Timetable.of(expression, ZoneOffset.UTC)
                .next(Instant.parse("2026-03-10T10:15:30Z"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"every day", "rate(0 minutes)", "rate(5 weeks)", "cron(0 10 * * *)",
            "cron(0 10 * * * *)", "cron(0 10 ? * ? *)", "cron(60 10 * * ? *)",
            "cron(x 10 * * ? *)", "at(tomorrow)"})
    void refusesWhatIsNoSchedule(String expression) {
        assertThatThrownBy(() -> Timetable.of(expression, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
