package drivetrain.local.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * AWS's cron expressions: minutes, hours, day of month, month, day of week, year. One of the two
 * day fields is {@code ?}.
 */
final class Cron implements Timetable {
    private static final int FIELDS = 6;
    private static final int LAST_YEAR = 2199;

    private final NavigableSet<Integer> minutes;
    private final NavigableSet<Integer> hours;
    private final NavigableSet<Integer> months;
    private final NavigableSet<Integer> years;
    private final Predicate<LocalDate> days;
    private final ZoneId zone;

    private Cron(List<String> fields, ZoneId zone) {
        minutes = CronField.MINUTES.values(fields.get(0));
        hours = CronField.HOURS.values(fields.get(1));
        months = CronField.MONTHS.values(fields.get(3));
        years = CronField.YEARS.values(fields.get(5));
        days = CronDays.of(fields.get(2), fields.get(4));
        this.zone = zone;
    }

    static Cron parse(String text, ZoneId zone) {
        var fields = List.of(text.strip().split("\\s+"));
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException("a cron expression has six fields: " + text);
        }
        return new Cron(fields, zone);
    }

    @Override
    public Optional<Instant> next(Instant after) {
        var start = after.atZone(zone);
        var date = start.toLocalDate();
        var firstTime = timeAfter(start.toLocalTime());
        if (matches(date) && firstTime.isPresent()) {
            return firstTime.map(time -> date.atTime(time).atZone(zone).toInstant());
        }
        var earliest = LocalTime.of(hours.first(), minutes.first());
        var end = LocalDate.of(Math.min(years.last(), LAST_YEAR), 12, 31);
        return date.plusDays(1).datesUntil(end.isAfter(date) ? end.plusDays(1) : date.plusDays(1))
                .filter(this::matches).findFirst()
                .map(day -> day.atTime(earliest).atZone(zone).toInstant());
    }

    private boolean matches(LocalDate date) {
        return years.contains(date.getYear()) && months.contains(date.getMonthValue())
                && days.test(date);
    }

    private Optional<LocalTime> timeAfter(LocalTime time) {
        var minute = hours.contains(time.getHour()) ? minutes.higher(time.getMinute()) : null;
        if (minute != null) {
            return Optional.of(LocalTime.of(time.getHour(), minute));
        }
        return Optional.ofNullable(hours.higher(time.getHour()))
                .map(hour -> LocalTime.of(hour, minutes.first()));
    }
}
