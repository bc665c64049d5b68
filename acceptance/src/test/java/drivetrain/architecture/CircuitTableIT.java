package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.circuitbreaker.CircuitSettings;
import drivetrain.circuitbreaker.CircuitTable;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.WorkflowResource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template's table of circuits: read alike by both doors, complete, and fit for the timeouts. */
class CircuitTableIT {
    private static final SamApplication APPLICATION = Project.application();
    private static final String TEXT = function("QuoteShipping").environment()
            .get("CIRCUIT_SETTINGS");
    private static final CircuitTable TABLE = CircuitTable.read(TEXT);
    private static final Pattern CIRCUIT = Pattern
            .compile("(?<=['\"])[a-z][a-z0-9-]*#[a-z][a-z0-9-]*(?=['\"])");

    static List<String> circuits() {
        return TABLE.names();
    }

    @Test
    void theWorkflowReadsTheSameFiguresAsTheFunctions() {
        var read = (Map<?, ?>) Jsonata.jsonata(TEXT).evaluate(null);

        assertThat(read.keySet()).extracting(Object::toString)
                .containsExactlyInAnyOrderElementsOf(TABLE.names());
        for (String circuit : TABLE.names()) {
            var figures = (Map<?, ?>) read.get(circuit);
            CircuitSettings settings = TABLE.settings(circuit);
            assertThat(Map.ofEntries(millis("windowMillis", settings.window()),
                    millis("slowCallMillis", settings.slowCall()),
                    millis("openTimeMillis", settings.openTime()),
                    millis("openTimeCapMillis", settings.openTimeCap()),
                    millis("probeLeaseMillis", settings.probeLease()),
                    figure("minimumFailures", settings.minimumFailures()),
                    figure("minimumCallers", settings.minimumCallers()),
                    figure("failureRate", settings.failureRate()),
                    figure("probesToClose", settings.probesToClose()),
                    figure("successSample", settings.successSample())))
                    .allSatisfy((name, figure) -> assertThat(
                            new BigDecimal(figures.get(name).toString())).as(name)
                            .isEqualByComparingTo(figure))
                    .hasSameSizeAs(figures);
        }
    }

    @Test
    void itKnowsTheCircuitsThatWorkflowsAndFunctionsNameAndNoOthers() throws IOException {
        Set<String> named = new TreeSet<>();
        for (WorkflowResource workflow : APPLICATION.workflows()) {
            if (!workflow.logicalId().equals("GuardedCall")) {
                CIRCUIT.matcher(workflow.definition().toString()).results()
                        .map(MatchResult::group).forEach(named::add);
            }
        }
        for (String service : Project.services()) {
            Constants.of(Project.path("functions/" + service + "/target/classes")).stream()
                    .filter(text -> CIRCUIT.matcher("'" + text + "'").find())
                    .forEach(named::add);
        }

        assertThat(named).containsExactlyElementsOf(TABLE.names());
    }

    @Test
    void everyFunctionThatReadsItIsGivenTheSameOne() {
        assertThat(APPLICATION.functions())
                .filteredOn(one -> one.environment().containsKey("CIRCUIT_SETTINGS"))
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one.environment()).containsEntry("CIRCUIT_SETTINGS",
                        TEXT));
    }

    /** Else a call that is cut off would be the only slow one. */
    @ParameterizedTest
    @MethodSource("circuits")
    void aCallIsSlowBeforeItsProviderTimesOut(String circuit) {
        String timeout = function("QuoteShipping").environment().get("PROVIDER_TIMEOUT_MILLIS");

        assertThat(TABLE.settings(circuit).slowCall()).as("slowCallMillis of %s", circuit)
                .isLessThan(Duration.ofMillis(Long.parseLong(timeout)));
    }

    /** Else a second probe begins while the first is still under way. */
    @ParameterizedTest
    @MethodSource("circuits")
    void aProbeEndsBeforeItsLeaseDoes(String circuit) {
        JsonNode states = APPLICATION.workflows().stream()
                .filter(one -> one.logicalId().equals("GuardedCall")).findFirst().orElseThrow()
                .definition().path("States");
        int seconds = states.path("Call").path("TimeoutSeconds").asInt()
                + states.path("Close").path("TimeoutSeconds").asInt();
        Duration lease = TABLE.settings(circuit).probeLease();

        assertThat(seconds).isPositive();
        assertThat(lease).as("probeLeaseMillis of %s", circuit)
                .isGreaterThan(Duration.ofSeconds(seconds))
                .isGreaterThan(function("QuoteShipping").timeout());
    }

    private static FunctionResource function(String logicalId) {
        return APPLICATION.functions().stream().filter(one -> one.logicalId().equals(logicalId))
                .findFirst().orElseThrow();
    }

    private static Map.Entry<String, BigDecimal> millis(String name, Duration duration) {
        return Map.entry(name, BigDecimal.valueOf(duration.toMillis()));
    }

    private static Map.Entry<String, BigDecimal> figure(String name, double figure) {
        return Map.entry(name, BigDecimal.valueOf(figure));
    }
}
