package drivetrain.circuits.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.circuitbreaker.Circuit;
import drivetrain.circuitbreaker.CircuitOverride;
import drivetrain.circuitbreaker.CircuitSettings;
import drivetrain.circuitbreaker.CircuitState;
import drivetrain.circuitbreaker.CircuitTable;
import drivetrain.circuitbreaker.InMemoryCircuitStore;
import drivetrain.circuits.application.EndCircuitOverride;
import drivetrain.circuits.application.ListCircuits;
import drivetrain.circuits.application.OverrideCircuit;
import drivetrain.circuits.dynamodb.BreakerCircuits;
import drivetrain.lambda.InvalidEnvironment;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import drivetrain.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do, with the sample events. */
class CircuitsFunctionsTest {
    private static final String CIRCUIT = "carrier#shipments";
    private static final String FIGURES = "{'windowMillis': 30000, 'minimumFailures': 5,"
            + " 'minimumCallers': 3, 'failureRate': 0.5, 'slowCallMillis': 4000,"
            + " 'openTimeMillis': 15000, 'openTimeCapMillis': 300000, 'probesToClose': 3,"
            + " 'probeLeaseMillis': 20000, 'successSample': 10}";
    private static final CircuitTable SETTINGS = CircuitTable.read("{'carrier#shipments': "
            + FIGURES + ", 'payment-provider#settle': " + FIGURES + "}");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryCircuitStore store = new InMemoryCircuitStore();
    private final BreakerCircuits circuits = new BreakerCircuits(store, SETTINGS);
    private final TestClock clock = new TestClock(NOON);
    private final RequestStreamHandler list = new ListCircuitsHandler(
            new ListCircuits(circuits, clock));
    private final RequestStreamHandler override = new OverrideCircuitHandler(
            new OverrideCircuit(circuits, clock));
    private final RequestStreamHandler end = new EndCircuitOverrideHandler(
            new EndCircuitOverride(circuits, clock));

    @Test
    void listsEveryCircuitThereIsAlsoTheOnesThatNeverFailed() throws IOException {
        assertThat(run(list, "ListCircuits")).contains("\"statusCode\":200").contains(quoted(
                "{'circuits':[{'circuit':'carrier#shipments','dependency':'carrier',"
                        + "'operation':'shipments','state':'CLOSED','failures':0},"
                        + "{'circuit':'payment-provider#settle',"));
    }

    @Test
    void tellsSinceWhenACircuitIsOpenAndWhenToTryAgain() throws IOException {
        store.replace(0, new Circuit(CIRCUIT, 1, new CircuitState.Open(NOON.plusSeconds(15), 1),
                Optional.of(NOON), Optional.empty()));

        assertThat(run(list, "ListCircuits")).contains(quoted("'state':'OPEN',"
                + "'since':'2026-11-21T12:00:00Z','retryAt':'2026-11-21T12:00:15Z','failures':0"));
    }

    @Test
    void tellsTheFailuresOfThePresentWindowOnly() throws IOException {
        store.countFailure(CIRCUIT, 0, "caller", SETTINGS.settings(CIRCUIT), NOON);

        assertThat(run(list, "ListCircuits")).contains(quoted("'failures':1"));
        clock.set(NOON.plus(CircuitSettings.defaults().window()));
        assertThat(run(list, "ListCircuits")).doesNotContain(quoted("'failures':1"));
    }

    @Test
    void forcesACircuitOpenForATimeWithAReasonAndAName() throws IOException {
        assertThat(run(override, "OverrideCircuit")).contains("\"statusCode\":200")
                .contains(quoted("'state':'CLOSED','retryAt':'2026-11-21T12:30:00Z','failures':0,"
                        + "'override':{'mode':'FORCED_OPEN','reason':"
                        + "'The carrier announced maintenance','by':'ada',"
                        + "'from':'2026-11-21T12:00:00Z','until':'2026-11-21T12:30:00Z'}"));

        assertThat(run(list, "ListCircuits")).contains("The carrier announced maintenance");
        assertThat(store.load(CIRCUIT).orElseThrow().override()).contains(new CircuitOverride(
                CircuitOverride.Kind.FORCED_OPEN, NOON, NOON.plus(Duration.ofMinutes(30)),
                "The carrier announced maintenance", "ada"));
    }

    @Test
    void forgetsADecisionOnceItHasExpired() throws IOException {
        run(override, "OverrideCircuit");
        clock.set(NOON.plus(Duration.ofMinutes(30)));

        assertThat(run(list, "ListCircuits")).doesNotContain("override").doesNotContain("retryAt");
    }

    @Test
    void takesADecisionBackAndOnceMoreForSafety() throws IOException {
        run(override, "OverrideCircuit");

        assertThat(run(end, "EndCircuitOverride")).contains("\"statusCode\":204");
        assertThat(run(end, "EndCircuitOverride")).contains("\"statusCode\":204");

        assertThat(store.load(CIRCUIT).orElseThrow().override()).isEmpty();
    }

    @Test
    void knowsNoCircuitForWhichNothingIsSet() throws IOException {
        assertThat(run(override, "OverrideCircuit-unknown")).contains("\"statusCode\":404")
                .contains("carrier#parcels");
        assertThat(FunctionRun.of(end, sample("EndCircuitOverride").replace(
                "\"operation\": \"shipments\"", "\"operation\": \"Parcels!\"")).output())
                .contains("\"statusCode\":404");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void isForStaffOnly() throws IOException {
        assertThat(run(list, "ListCircuits-not-staff")).contains("\"statusCode\":403");
        assertThat(run(override, "OverrideCircuit-not-staff")).contains("\"statusCode\":403");
        assertThat(run(end, "EndCircuitOverride-not-staff")).contains("\"statusCode\":403");
        assertThat(store.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{'mode':'FORCED_OPEN','minutes':30}",
            "{'mode':'FORCED_OPEN','reason':'r'}", "{'minutes':30,'reason':'r'}",
            "{'mode':'OPEN','minutes':30,'reason':'r'}",
            "{'mode':'DISABLED','minutes':0,'reason':'r'}",
            "{'mode':'DISABLED','minutes':1441,'reason':'r'}",
            "{'mode':'DISABLED','minutes':30,'reason':' '}",
            "{'mode':'DISABLED','minutes':30,'reason':'r','by':'eve'}"})
    void refusesADecisionWithoutABoundOrAReason(String body) throws IOException {
        var event = sample("OverrideCircuit").replaceAll("\"body\": \".*\",\n",
                Matcher.quoteReplacement("\"body\": \"" + quoted(body)
                        + "\",\n"));

        assertThat(FunctionRun.of(override, event).output()).contains("\"statusCode\":400");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void countsACallThatNobodyGuarded() throws IOException {
        var run = FunctionRun.of(new CountUnguardedCallsHandler(), sample("CountUnguardedCalls"));

        assertThat(run.log()).anyMatch(line -> line.contains("\"CircuitUnguarded\":1.0")
                && line.contains("\"circuit\":\"carrier#shipments\"")
                && line.contains("\"Dimensions\":[[\"circuit\"]]"));
    }

    @Test
    void needsOnlyTheVariablesThatAFunctionUses() {
        var aws = Map.of("AWS_REGION", "eu-central-1", "CIRCUIT_SETTINGS", "{'a': {'b': 1}}");

        assertThat(new CountUnguardedCallsHandler(Map.of())).isNotNull();
        assertThatThrownBy(() -> new ListCircuitsHandler(aws))
                .isInstanceOf(InvalidEnvironment.class)
                .hasMessageContaining("CIRCUITS_TABLE is missing")
                .hasMessageContaining("CIRCUIT_SETTINGS is malformed")
                .hasMessageContaining("b is unknown");
        assertThatThrownBy(() -> new PublishCircuitEventsHandler(aws))
                .hasMessageContaining("EVENT_BUS is missing");
    }

    private static String quoted(String json) {
        return json.replace("'", "\\\"");
    }

    private static String run(RequestStreamHandler handler, String sample) throws IOException {
        return FunctionRun.of(handler, sample(sample)).output();
    }

    private static String sample(String name) throws IOException {
        return SampleEvents.read("circuits/" + name);
    }
}
