package drivetrain.local.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule fires. Source: Amazon EventBridge User Guide, "Setting a schedule pattern", and
 * EventBridge Scheduler User Guide, "Schedule types".
 */
@FunctionalInterface
interface Timetable {
    /** The first time after another; empty if it never fires again. */
    Optional<Instant> next(Instant after);

    /**
     * Reads {@code rate(5 minutes)}, {@code cron(0 12 * * ? *)} or {@code at(2026-01-01T00:00:00)}.
     *
     * @throws IllegalArgumentException
     *             if it is none of these
     */
    static Timetable of(String expression, ZoneId zone) {
        var outer = Pattern.compile("(rate|cron|at)\\((.*)\\)").matcher(expression.strip());
        if (!outer.matches()) {
            throw new IllegalArgumentException("not a schedule: " + expression);
        }
        return switch (outer.group(1)) {
            case "rate" -> rate(outer.group(2));
            case "cron" -> Cron.parse(outer.group(2), zone);
            default -> once(outer.group(2), zone);
        };
    }

    private static Timetable rate(String text) {
        Matcher rate = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?").matcher(text.strip());
        if (!rate.matches()) {
            throw new IllegalArgumentException("not a rate: " + text);
        }
        var unit = switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
        var period = unit.multipliedBy(Long.parseLong(rate.group(1)));
        return after -> Optional.of(after.plus(period));
    }

    private static Timetable once(String text, ZoneId zone) {
        try {
            var time = LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
            return after -> Optional.of(time).filter(after::isBefore);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("not a time: " + text, malformed);
        }
    }
}
