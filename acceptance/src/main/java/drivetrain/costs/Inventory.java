package drivetrain.costs;

import drivetrain.acceptance.TemplateYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a template has that is billed by the month and that nothing local runs.
 *
 * @param alarmMetrics
 *            the metrics that all alarms look at, of which each is billed
 * @param secrets
 *            the secrets that it reads when it is deployed
 * @param logDays
 *            how many days logs are kept: the default of {@code LogRetentionDays}
 */
record Inventory(int alarmMetrics, int dashboards, int secrets, int logDays) {
    /** Logs are kept until somebody removes them, unless a template says otherwise. */
    private static final int FOR_EVER = Integer.MAX_VALUE;
    private static final Pattern SECRET = Pattern.compile("\\{\\{resolve:secretsmanager:([^:]+)");

    /** Reads a template; conditions are passed over, as if all of them held. */
    static Inventory of(Path template) {
        try {
            return parse(Files.readString(template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Inventory parse(String template) {
        Map<?, ?> root = TemplateYaml.parse(template);
        List<Map<?, ?>> resources = ((Map<?, ?>) root.get("Resources")).values().stream()
                .<Map<?, ?>>map(resource -> (Map<?, ?>) resource).toList();
        return new Inventory(
                resources.stream().filter(one -> is(one, "AWS::CloudWatch::Alarm"))
                        .mapToInt(Inventory::metrics).sum(),
                Math.toIntExact(resources.stream()
                        .filter(one -> is(one, "AWS::CloudWatch::Dashboard")).count()),
                Math.toIntExact(SECRET.matcher(template).results()
                        .map((MatchResult found) -> found.group(1)).distinct().count()),
                logDays(root));
    }

    private static int logDays(Map<?, ?> root) {
        Map<?, ?> parameters = (Map<?, ?>) root.get("Parameters");
        return parameters != null
                && parameters.get("LogRetentionDays") instanceof Map<?, ?> retention
                        ? (Integer) retention.get("Default")
                        : FOR_EVER;
    }

    private static boolean is(Map<?, ?> resource, String type) {
        return type.equals(resource.get("Type"));
    }

    /** An alarm on an expression is billed for each metric that goes into it. */
    private static int metrics(Map<?, ?> alarm) {
        Object metrics = ((Map<?, ?>) alarm.get("Properties")).get("Metrics");
        return metrics instanceof List<?> several
                ? Math.toIntExact(several.stream()
                        .filter(one -> ((Map<?, ?>) one).containsKey("MetricStat")).count())
                : 1;
    }
}
