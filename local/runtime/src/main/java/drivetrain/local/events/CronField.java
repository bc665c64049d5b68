package drivetrain.local.events;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** A field of a cron expression whose values are numbers: lists of ranges with steps. */
final class CronField {
    static final CronField MINUTES = new CronField(0, 59, List.of());
    static final CronField HOURS = new CronField(0, 23, List.of());
    static final CronField DAYS_OF_MONTH = new CronField(1, 31, List.of());
    static final CronField MONTHS = new CronField(1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY",
            "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"));
    static final CronField DAYS_OF_WEEK = new CronField(1, 7,
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));
    static final CronField YEARS = new CronField(1970, 2199, List.of());

    private final int first;
    private final int last;
    private final List<String> names;

    private CronField(int first, int last, List<String> names) {
        this.first = first;
        this.last = last;
        this.names = names;
    }

    NavigableSet<Integer> values(String text) {
        var values = new TreeSet<Integer>();
        for (var part : text.split(",", -1)) {
            var step = part.split("/", 2);
            var range = step[0].split("-", 2);
            int from = step[0].equals("*") ? first : number(range[0]);
            int to = step[0].equals("*") || (step.length > 1 && range.length == 1)
                    ? last
                    : number(range[range.length - 1]);
            int by = step.length > 1 ? number(step[1], 1, last) : 1;
            for (int value = from; value <= to; value += by) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value is in " + text);
        }
        return values;
    }

    int number(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        return named >= 0 ? named + first : number(text, first, last);
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("not a number of a cron field: " + text, malformed);
        }
        throw new IllegalArgumentException(text + " isn't between " + least + " and " + most);
    }
}
