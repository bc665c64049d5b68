package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.WorkflowResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sagas hold to the design, and name what exists. */
class SagaIT {
    private static final SamApplication APPLICATION = Project.application();
    private static final Pattern GUARDED_FUNCTION = Pattern.compile("'functionName': '([^']+)'");

    /** Workflows with compensations; others, such as a rebuild, aren't named after them. */
    static Stream<Named<WorkflowResource>> sagas() {
        return APPLICATION.workflows().stream()
                .filter(workflow -> workflow.logicalId().endsWith("Saga"))
                .map(saga -> Named.of(saga.logicalId(), saga));
    }

    static Stream<Path> definitions() {
        return Project.files("step-functions", ".asl.json").stream();
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aSagaTimesOutRetriesCatchesAndParksAsTheDesignSays(WorkflowResource saga) {
        assertThat(SagaLint.problems(saga.definition())).as(saga.definitionFile().toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aSagaEndsBeforeItsReservationsDo(WorkflowResource saga) {
        int reservationMinutes = Integer.parseInt(APPLICATION.functions().stream()
                .filter(function -> function.logicalId().equals("ReserveStock")).findFirst()
                .orElseThrow().environment().get("RESERVATION_MINUTES"));

        assertThat(saga.definition().path("TimeoutSeconds").asInt())
                .as("seconds that %s may take, so that stock can't be given away meanwhile",
                        saga.logicalId())
                .isLessThan(reservationMinutes * 60);
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aSagaCallsFunctionsOfTheTemplateAndWaitsLongerThanTheyRun(WorkflowResource saga) {
        JsonNode guard = guardedCall();
        long guardTimeout = guard.path("TimeoutSeconds").asLong();
        long callTimeout = guard.at("/States/Call/TimeoutSeconds").asLong();

        saga.definition().path("States").properties().forEach(state -> called(state.getValue())
                .forEach(arn -> {
                    FunctionResource function = function(arn, state.getKey());
                    boolean guarded = SagaLint.isGuarded(state.getValue());
                    long timeout = state.getValue().path("TimeoutSeconds").asLong();
                    assertThat(guarded ? callTimeout : timeout)
                            .as("seconds that %s waits for %s, which has a timeout of its own",
                                    state.getKey(), function.logicalId())
                            .isGreaterThan(function.timeout().toSeconds());
                    assertThat(!guarded || timeout > guardTimeout)
                            .as("%s must wait longer than guarded-call takes, %d seconds",
                                    state.getKey(), guardTimeout)
                            .isTrue();
                }));
    }

    @ParameterizedTest
    @MethodSource("sagas")
    void aSagaCallsDependenciesThroughTheBreaker(WorkflowResource saga) {
        saga.definition().path("States").properties().forEach(state -> called(state.getValue())
                .forEach(arn -> {
                    FunctionResource function = function(arn, state.getKey());
                    assertThat(SagaLint.isGuarded(state.getValue()))
                            .as("%s calls %s, which %s: through guarded-call or not",
                                    state.getKey(), function.logicalId(),
                                    callsDependency(function)
                                            ? "calls a dependency"
                                            : "calls no dependency")
                            .isEqualTo(callsDependency(function));
                }));
    }

    /** A function that is told the URL of somebody else's API. */
    private static boolean callsDependency(FunctionResource function) {
        return function.environment().keySet().stream().anyMatch(name -> name.endsWith("_URL"));
    }

    private static JsonNode guardedCall() {
        return APPLICATION.workflows().stream()
                .filter(workflow -> workflow.logicalId().equals("GuardedCall")).findFirst()
                .orElseThrow().definition();
    }

    /** The functions that a task calls, itself or through the breaker. */
    private static List<String> called(JsonNode state) {
        JsonNode arguments = state.path("Arguments");
        Matcher guarded = GUARDED_FUNCTION.matcher(arguments.path("Input").asText());
        Stream<String> direct = Stream.of(arguments.path("FunctionName").asText());
        return Stream.concat(direct, guarded.results().map(found -> found.group(1)))
                .filter(arn -> !arn.isEmpty()).toList();
    }

    private static FunctionResource function(String arn, String caller) {
        return APPLICATION.functions().stream().filter(one -> one.invokedArn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        caller + " calls " + arn + ", which isn't in the template"));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyErrorOfOursIsAClass(Path definition) throws IOException {
        Stream<String> ours = SagaLint.errorsNamed(read(definition)).stream()
                .filter(error -> error.startsWith("drivetrain."));

        assertThat(ours).as("errors that %s names", definition.getFileName())
                .allMatch(Project::hasClass);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyDefinitionIsAWorkflowOfTheTemplate(Path definition) {
        assertThat(APPLICATION.workflows()).extracting(WorkflowResource::definitionFile)
                .anyMatch(file -> file.endsWith(definition.getFileName()));
    }

    @Test
    void noSagaEndsSilently() {
        sagas().map(Named::getPayload).forEach(saga -> assertThat(APPLICATION.rules())
                .as("a rule on failed, timed-out and aborted executions of %s", saga.name())
                .anyMatch(rule -> rule.busName().equals("default")
                        && rule.pattern().path("source").toString().contains("aws.states")
                        && rule.pattern().findPath("stateMachineArn").toString()
                                .contains(saga.arn())
                        && Stream.of("FAILED", "TIMED_OUT", "ABORTED").allMatch(status -> rule
                                .pattern().findPath("status").toString().contains(status))));
    }

    @Test
    void theLintFindsATaskWithoutTimeout() throws IOException {
        assertFinds("BookShipment has no TimeoutSeconds",
                saga -> state(saga, "BookShipment").remove("TimeoutSeconds"));
    }

    @Test
    void theLintFindsRetriesInLockStep() throws IOException {
        assertFinds("must have the JitterStrategy FULL",
                saga -> ((ObjectNode) state(saga, "CommitStock").path("Retry").path(1))
                        .remove("JitterStrategy"));
    }

    @Test
    void theLintFindsAnUncaughtTaskBeforeThePivot() throws IOException {
        assertFinds("AuthorizePayment is before the pivot",
                saga -> state(saga, "AuthorizePayment").remove("Catch"));
    }

    @Test
    void theLintFindsACaughtTaskAfterThePivotAndACompensationThatEndsSilently()
            throws IOException {
        for (String name : new String[]{"CapturePayment", "VoidPayment", "SettleOrder"}) {
            assertFinds(name + " is after the pivot, or a compensation",
                    saga -> state(saga, name).set("Catch",
                            state(saga, "ReserveStock").path("Catch")));
        }
    }

    @Test
    void theLintFindsAnOpenCircuitThatNobodyAwaits() throws IOException {
        assertFinds("BookShipment isn't followed by a Choice that knows CIRCUIT_OPEN",
                saga -> ((ArrayNode) state(saga, "IsShipmentBooked").path("Choices")).remove(2));
        assertFinds("BookShipment must wait while its circuit is open",
                saga -> state(saga, "AwaitCarrier").put("Next", "FulfilOrder"));
    }

    @Test
    void theLintFindsRetriesOfEverything() throws IOException {
        assertFinds("would retry business failures",
                saga -> ((ArrayNode) state(saga, "ReserveStock").path("Retry").path(0)
                        .path("ErrorEquals")).add("States.ALL"));
    }

    @Test
    void theLintFindsASagaWithoutPivotAndWithoutTimeout() throws IOException {
        assertFinds("a saga has one task whose comment starts with PIVOT",
                saga -> state(saga, "ConfirmOrder").remove("Comment"));
        assertFinds("the saga has no TimeoutSeconds", saga -> saga.remove("TimeoutSeconds"));
    }

    private static void assertFinds(String problem, Consumer<ObjectNode> damage)
            throws IOException {
        ObjectNode saga = read(Project.path("step-functions/checkout.asl.json"));
        damage.accept(saga);

        assertThat(SagaLint.problems(saga))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static ObjectNode state(ObjectNode saga, String name) {
        return (ObjectNode) saga.path("States").path(name);
    }

    private static ObjectNode read(Path definition) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(definition.toFile());
    }
}
