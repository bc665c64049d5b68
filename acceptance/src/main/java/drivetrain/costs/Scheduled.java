package drivetrain.costs;

import drivetrain.local.template.SamApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function that runs by the clock.
 *
 * @param every
 *            the time between two runs
 * @param gigabytes
 *            its memory
 */
record Scheduled(Duration every, double gigabytes) {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Map<String, Duration> UNITS = Map.of("minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1), "day", Duration.ofDays(1));
    private static final int NAME_IN_ARN = 6;

    /** Those of an application. */
    static List<Scheduled> of(SamApplication application) {
        Map<String, Deployed> functions = Deployed.of(application);
        return application.schedules().stream().map(schedule -> {
            String function = schedule.target().arn().split(":", -1)[NAME_IN_ARN];
            return new Scheduled(every(schedule.expression()),
                    functions.get(function).gigabytes());
        }).toList();
    }

    /**
     * The time between two runs of a schedule.
     *
     * @throws IllegalArgumentException
     *             if it isn't a rate
     */
    static Duration every(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new IllegalArgumentException("How often is " + expression + "?");
        }
        return UNITS.get(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1)));
    }
}
