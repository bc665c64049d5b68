package drivetrain.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime reads the project's template as SAM does. */
class TranslatorTest {
    private static Optional<TranslatedTemplate> sam;
    private static SamApplication ours;

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException, InterruptedException {
        Map<String, String> secrets = Stream.of("payment-provider", "carrier")
                .flatMap(name -> Stream.of("apiKey", "webhookSecret")
                        .map(key -> "secretsmanager:drivetrain/" + name + ":SecretString:" + key))
                .collect(Collectors.toMap(Function.identity(), reference -> "secret"));
        TemplateOptions options = new TemplateOptions("drivetrain", "eu-central-1",
                "000000000000", URI.create("http://127.0.0.1:4566"), Map.of(), Map.of(), secrets);
        sam = TranslatedTemplate.of(options, folder);
        ours = TranslatedTemplate.ours(options, folder);
    }

    /** CloudFormation takes 500 a stack; a service of ten functions is some 40. */
    @Test
    void aStackWithEverythingSwitchedOnLeavesRoomForAnotherService(@TempDir Path folder)
            throws IOException, InterruptedException {
        Optional<Integer> resources = TranslatedTemplate.resourcesAtMost(folder);

        assumeThat(resources).as("the SAM translator (aws-sam-translator for Python) is installed")
                .isPresent();
        assertThat(resources.orElseThrow()).as("resources of the stack").isBetween(400, 460);
    }

    private static TranslatedTemplate sam() {
        assumeThat(sam).as("the SAM translator (aws-sam-translator for Python) is installed")
                .isPresent();
        return sam.orElseThrow();
    }

    @Test
    void onFunctionsAndTheirEnvironment() {
        Map<String, String> theirs = new TreeMap<>();
        sam().ofType("AWS::Lambda::Function").forEach((id, function) -> theirs.put(id,
                function.path("Handler").asText() + " " + function.path("MemorySize").asInt()
                        + " MB " + function.path("Timeout").asInt(3) + " s "
                        + new TreeMap<>(environment(function))));

        Map<String, String> mine = new TreeMap<>();
        ours.functions().forEach(function -> mine.put(function.logicalId(), function.handler()
                + " " + function.memoryMegabytes() + " MB " + function.timeout().toSeconds()
                + " s " + new TreeMap<>(function.environment())));
        assertThat(mine).isNotEmpty().isEqualTo(theirs);
    }

    private static Map<String, String> environment(JsonNode function) {
        return function.at("/Environment/Variables").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    @Test
    void onRoutes() {
        Set<String> theirs = new TreeSet<>();
        sam().ofType("AWS::ApiGateway::RestApi").values()
                .forEach(api -> theirs.addAll(routes(api.path("Body"))));

        assertThat(ours.apis()).hasSize(1);
        assertThat(routes(ours.apis().getFirst().definition())).isNotEmpty().isEqualTo(theirs);
    }

    private static Set<String> routes(JsonNode definition) {
        return definition.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(one -> one.getValue().has("x-amazon-apigateway-integration"))
                        .map(operation -> operation.getKey() + " " + path.getKey() + " "
                                + operation.getValue()
                                        .at("/x-amazon-apigateway-integration/uri").asText()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void onRulesAndSchedules() {
        Set<String> theirs = new TreeSet<>();
        sam().ofType("AWS::Events::Rule").forEach((id, rule) -> rule.path("Targets")
                .forEach(target -> theirs.add(line(id,
                        rule.path("EventBusName").asText("default"),
                        rule.has("EventPattern")
                                ? sorted(rule.path("EventPattern"))
                                : rule.path("ScheduleExpression").asText(),
                        target.path("Arn").asText(),
                        target.at("/DeadLetterConfig/Arn").asText("none"),
                        target.at("/RetryPolicy/MaximumRetryAttempts").asInt(185)))));

        Set<String> mine = new TreeSet<>();
        ours.rules().forEach(rule -> rule.targets().forEach(target -> mine.add(
                line(rule.logicalId(), rule.busName(), sorted(rule.pattern()), target.arn(),
                        target.deadLetterArn().orElse("none"), target.maximumRetryAttempts()))));
        ours.schedules().stream().filter(schedule -> !schedule.scheduler())
                .forEach(schedule -> mine.add(line(schedule.logicalId(), "default",
                        schedule.expression(), schedule.target().arn(),
                        schedule.target().deadLetterArn().orElse("none"),
                        schedule.target().maximumRetryAttempts())));
        assertThat(mine).isNotEmpty().isEqualTo(theirs);
    }

    /** The order of a pattern's keys says nothing. */
    private static String sorted(JsonNode pattern) {
        return pattern.isObject()
                ? pattern.properties().stream()
                        .map(entry -> entry.getKey() + ":" + sorted(entry.getValue())).sorted()
                        .toList().toString()
                : pattern.toString();
    }

    private static String line(Object... parts) {
        return Stream.of(parts).map(String::valueOf).collect(Collectors.joining(" | "));
    }

    @Test
    void onEventSources() {
        Set<String> theirs = new TreeSet<>();
        sam().ofType("AWS::Lambda::EventSourceMapping").values()
                .forEach(mapping -> theirs.add(line(mapping.path("FunctionName").asText(),
                        mapping.path("EventSourceArn").asText(),
                        mapping.path("BatchSize").asInt(),
                        mapping.at("/DestinationConfig/OnFailure/Destination").asText("none"))));

        Set<String> mine = new TreeSet<>();
        ours.streamMappings().forEach(mapping -> mine.add(line(mapping.functionName(),
                mapping.streamArn(), mapping.batchSize(), mapping.onFailureArn().orElse("none"))));
        ours.queueMappings().forEach(mapping -> mine
                .add(line(mapping.functionName(), mapping.queueArn(), mapping.batchSize(),
                        "none")));
        assertThat(mine).isNotEmpty().isEqualTo(theirs);
    }

    @Test
    void onWhatRolesMayDo() {
        Map<String, List<String>> theirs = new TreeMap<>();
        sam().ofType("AWS::IAM::Role").forEach((id, role) -> theirs.put(
                role.path("RoleName").asText("drivetrain-" + id), sam().statements(role)));

        Map<String, List<String>> mine = new TreeMap<>();
        ours.access().roles().values().forEach(role -> mine.put(role.name(), role.statements()
                .stream().flatMap(one -> one.actions().stream().flatMap(action -> one.resources()
                        .stream().map(resource -> (one.allows() ? "Allow " : "Deny ") + action
                                + " " + resource)))
                .distinct().sorted().toList()));
        theirs.keySet().retainAll(mine.keySet());
        assertThat(mine).isNotEmpty().isEqualTo(theirs);
    }

    @Test
    void onWhoMayInvokeFunctions() {
        Set<String> theirs = new TreeSet<>();
        sam().ofType("AWS::Lambda::Permission").values()
                .forEach(permission -> theirs.add(line(permission.path("Principal").asText(),
                        permission.path("Action").asText(),
                        name(permission.path("FunctionName").asText()),
                        permission.path("SourceArn").asText())));

        Set<String> mine = new TreeSet<>();
        ours.access().resourcePolicies().stream()
                .filter(one -> one.actions().contains("lambda:InvokeFunction"))
                .forEach(one -> mine.add(line(one.services().getFirst(),
                        one.actions().getFirst(), name(one.resources().getFirst()),
                        one.conditions().getFirst().values().getFirst())));
        assertThat(mine).isNotEmpty().isEqualTo(theirs);
    }

    private static String name(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.indexOf(":function:") < 0
                ? 0
                : nameOrArn.indexOf(":function:") + ":function:".length());
    }
}
