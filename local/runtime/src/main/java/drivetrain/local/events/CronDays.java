package drivetrain.local.events;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;

/** The two day fields of a cron expression, of which one says {@code ?}. */
final class CronDays {
    private static final int DAYS_OF_WEEK = 7;

    private CronDays() {}

    static Predicate<LocalDate> of(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            throw new IllegalArgumentException(
                    "one of day of month and day of week, and only one, must be ?");
        }
        return ofWeek.equals("?") ? ofMonth(ofMonth) : ofWeek(ofWeek);
    }

    private static Predicate<LocalDate> ofMonth(String field) {
        if (field.equals("L")) {
            return date -> date.getDayOfMonth() == date.lengthOfMonth();
        }
        if (field.equals("LW")) {
            return date -> date.equals(nearestWeekday(date, date.lengthOfMonth()));
        }
        if (field.endsWith("W")) {
            int day = CronField.DAYS_OF_MONTH.number(field.substring(0, field.length() - 1));
            return date -> day <= date.lengthOfMonth() && date.equals(nearestWeekday(date, day));
        }
        var days = CronField.DAYS_OF_MONTH.values(field);
        return date -> days.contains(date.getDayOfMonth());
    }

    /** The weekday nearest to a day of the same month. */
    private static LocalDate nearestWeekday(LocalDate month, int day) {
        var wanted = month.withDayOfMonth(day);
        return switch (wanted.getDayOfWeek()) {
            case SATURDAY -> day > 1 ? wanted.minusDays(1) : wanted.plusDays(2);
            case SUNDAY -> day < month.lengthOfMonth() ? wanted.plusDays(1) : wanted.minusDays(2);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> wanted;
        };
    }

    private static Predicate<LocalDate> ofWeek(String field) {
        if (field.equals("L")) {
            return date -> date.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
        if (field.endsWith("L")) {
            var last = day(CronField.DAYS_OF_WEEK.number(field.substring(0, field.length() - 1)));
            return date -> date.equals(date.with(TemporalAdjusters.lastInMonth(last)));
        }
        int hash = field.indexOf('#');
        if (hash > 0) {
            var nth = day(CronField.DAYS_OF_WEEK.number(field.substring(0, hash)));
            int ordinal = Integer.parseInt(field.substring(hash + 1));
            return date -> date
                    .equals(date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, nth)));
        }
        var days = CronField.DAYS_OF_WEEK.values(field);
        return date -> days.contains(number(date.getDayOfWeek()));
    }

    /** Days count from Sunday, which is 1. */
    private static DayOfWeek day(int number) {
        return DayOfWeek.of(number == 1 ? DAYS_OF_WEEK : number - 1);
    }

    private static int number(DayOfWeek day) {
        return day.getValue() % DAYS_OF_WEEK + 1;
    }
}
