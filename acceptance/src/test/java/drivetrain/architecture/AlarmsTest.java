package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.circuitbreaker.CircuitTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alarms and the dashboard, which nothing local runs, look at metrics that there are. */
class AlarmsTest {
    private static final Map<String, Map<?, ?>> ALARMS = TemplateText
            .resources("AWS::CloudWatch::Alarm");
    private static final Pattern DIMENSION = Pattern.compile("\\{Name=circuit, Value=([^}]+)}");
    private static final Pattern METRIC_NAME = Pattern.compile("MetricName=\\\\?\"?(\\w+)");
    private static final Pattern RESOURCE = Pattern.compile("\\$\\{(\\w+)\\.Arn}");
    private static final List<String> CIRCUITS = CircuitTable
            .read(TemplateText.parameterDefault("CircuitSettings")).names();

    @Test
    void everyCircuitThatOpensRaisesAnAlarm() {
        assertThat(circuitsWatchedFor("CircuitOpened")).containsExactlyElementsOf(
                CIRCUITS);
    }

    @Test
    void everyCircuitThatGuardsNothingRaisesAnAlarm() {
        assertThat(circuitsWatchedFor("CircuitUnguarded")).containsExactlyElementsOf(
                CIRCUITS);
    }

    @Test
    void everyMetricThatIsWatchedIsOneThatAFunctionWrites() throws IOException {
        Set<String> watched = new TreeSet<>();
        METRIC_NAME.matcher(alarmsOnMetricsOfOurs() + dashboard()).results()
                .map(found -> found.group(1)).forEach(watched::add);
        Set<String> written = new TreeSet<>();
        for (String folder : List.of("functions", "patterns")) {
            for (Path module : Project.modules(folder).toList()) {
                written.addAll(Constants.of(module.resolve("target/classes")));
            }
        }

        assertThat(watched).hasSizeGreaterThan(5).isSubsetOf(written);
    }

    @Test
    void whatCannotBeDeliveredRaisesAnAlarm() {
        assertThat(TemplateText.resources("AWS::SQS::Queue").keySet())
                .filteredOn(queue -> queue.endsWith("DeadLetters")).hasSizeGreaterThan(5)
                .allMatch(queue -> isWatched("ApproximateNumberOfMessagesVisible",
                        queue + ".QueueName"), "has an alarm");
    }

    @Test
    void aWorkflowThatFailsTimesOutOrIsStoppedRaisesAnAlarm() {
        assertThat(TemplateText.resources("AWS::Serverless::StateMachine"))
                .allSatisfy((workflow, properties) -> {
                    if (properties.get("Type").equals("STANDARD")) {
                        assertThat(List.of("ExecutionsFailed", "ExecutionsTimedOut",
                                "ExecutionsAborted")).as(workflow)
                                .allMatch(metric -> isWatched(metric, workflow), "has an alarm");
                    }
                });
    }

    @Test
    void anOutboxThatFallsBehindRaisesAnAlarm() {
        assertThat(TemplateText.resources("AWS::Serverless::Function").keySet())
                .filteredOn(function -> function.startsWith("Publish")).hasSizeGreaterThan(5)
                .allMatch(function -> isWatched("IteratorAge", function), "has an alarm");
    }

    private static boolean isWatched(String metric, String dimension) {
        return ALARMS.values().stream().map(Map::toString)
                .anyMatch(alarm -> alarm.contains("MetricName=" + metric + ",")
                        && alarm.contains("Value=" + dimension + "}"));
    }

    /** CloudWatch refuses more (User Guide, "Limits that apply to alarms"). */
    @Test
    void anAlarmLooksAtTenMetricsAtMost() {
        assertThat(ALARMS).allSatisfy((id, alarm) -> {
            if (alarm.get("Metrics") instanceof List<?> metrics) {
                assertThat(metrics.stream().filter(one -> one.toString().contains("MetricStat")))
                        .as(id).hasSizeLessThanOrEqualTo(10);
            }
        });
    }

    @Test
    void anAlarmIsSilentWhileNothingHappensAndIsSentWhereAParameterSays() {
        assertThat(ALARMS).isNotEmpty().allSatisfy((id, alarm) -> {
            assertThat(alarm.get("TreatMissingData")).as(id).isEqualTo("notBreaching");
            assertThat(alarm.get("AlarmActions")).as(id).asString()
                    .contains("AlarmTopicArn");
        });
    }

    @Test
    void theDashboardIsJsonAndShowsEveryAlarm() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(dashboard());

        assertThat(dashboard.path("widgets")).isNotEmpty().allSatisfy(widget -> {
            assertThat(widget.path("x").asInt() + widget.path("width").asInt())
                    .isLessThanOrEqualTo(24);
            assertThat(widget.path("properties").path("title").asText()).isNotEmpty();
        });
        assertThat(RESOURCE.matcher(dashboard()).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(ALARMS.keySet());
    }

    private static Set<String> circuitsWatchedFor(String metric) {
        Set<String> circuits = new TreeSet<>();
        ALARMS.values().stream().map(Map::toString).filter(alarm -> alarm.contains("=" + metric))
                .forEach(alarm -> DIMENSION.matcher(alarm).results()
                        .map((MatchResult found) -> found.group(1)).forEach(circuits::add));
        return circuits;
    }

    /** Without those on metrics that a service of AWS writes by itself. */
    private static String alarmsOnMetricsOfOurs() {
        return ALARMS.values().stream()
                .filter(alarm -> !alarm.toString().contains("Namespace=AWS/"))
                .toList().toString();
    }

    private static String dashboard() {
        return (String) TemplateText.resources("AWS::CloudWatch::Dashboard").get("Dashboard")
                .get("DashboardBody");
    }
}
