package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the local runtime passes over but a deployment lives by: logs, releases, protection. Reads
 * the template as text; docs/deploying.md and docs/decisions/0014 say why it is so.
 */
class OperationsTest {
    private static final Map<String, Map<?, ?>> FUNCTIONS = TemplateText
            .resources("AWS::Serverless::Function");
    private static final Map<String, Map<?, ?>> WORKFLOWS = TemplateText
            .resources("AWS::Serverless::StateMachine");
    /** A line of parameter_overrides. */
    private static final Pattern SETTING = Pattern.compile("(?m)^ {4}\"(\\w+)=");
    private static final String ALIAS = "live";

    @Test
    void aFunctionLogsToItsServicesGroup() {
        assertThat(FUNCTIONS).isNotEmpty().allSatisfy((id, function) -> assertThat(
                function.get("LoggingConfig")).as(id)
                .isEqualTo(Map.of("LogGroup", service(function) + "Logs")));
    }

    @Test
    void logsAreKeptAsLongAsAParameterSays() {
        assertThat(TemplateText.resources("AWS::Logs::LogGroup")).isNotEmpty()
                .allSatisfy((id, group) -> assertThat(group.get("RetentionInDays")).as(id)
                        .isEqualTo("LogRetentionDays"));
    }

    @Test
    void aWorkflowLogsAndIsTraced() {
        assertThat(WORKFLOWS).isNotEmpty().allSatisfy((id, workflow) -> {
            assertThat(workflow.get("Logging")).as(id).asString().contains("WorkflowLogs.Arn");
            assertThat(workflow.get("Tracing")).as(id).isEqualTo(Map.of("Enabled", true));
        });
    }

    @Test
    void whatAClientOrASagaWaitsForStartsFromASnapshotAndIsReleasedGradually() {
        assertThat(waitedFor()).isNotEmpty().allSatisfy(id -> {
            Map<?, ?> function = FUNCTIONS.get(id);
            String failures = service(function) + "FunctionsFail";
            assertThat(function.get("AutoPublishAlias")).as(id).isEqualTo(ALIAS);
            assertThat(function.get("SnapStart")).as(id)
                    .isEqualTo(Map.of("ApplyOn", "PublishedVersions"));
            assertThat(function.get("DeploymentPreference")).as(id)
                    .isEqualTo(Map.of("Enabled", "Canaries", "Type", "Canary10Percent5Minutes",
                            "Alarms", List.of("ApiFails", failures)));
            assertThat(TemplateText.resources("AWS::CloudWatch::Alarm").get(failures))
                    .as("%s, which must watch %s", failures, id).asString()
                    .contains("Value=" + id + "}");
        });
    }

    @Test
    void whatNobodyWaitsForHasNoAlias() {
        assertThat(FUNCTIONS.entrySet().stream()
                .filter(function -> !waitedFor().contains(function.getKey())))
                .as("it would cost resources of the stack, of which there are 500")
                .isNotEmpty().noneMatch(function -> function.getValue()
                        .containsKey("AutoPublishAlias"));
    }

    @Test
    void aWorkflowThatIsWaitedForIsReleasedGradually() {
        assertThat(WORKFLOWS.values().stream().filter(OperationsTest::isReleased))
                .hasSizeGreaterThan(3).allSatisfy(workflow -> assertThat(
                        workflow.get("DeploymentPreference")).asString().contains("CANARY")
                        .contains("Alarms=[Gradual"));
    }

    /** Behind a route, behind a released workflow, or in front of all routes. */
    private static Set<String> waitedFor() {
        Stream<String> routed = FUNCTIONS.entrySet().stream()
                .filter(function -> String.valueOf(function.getValue().get("Events"))
                        .contains("Type=Api,"))
                .map(Map.Entry::getKey);
        Stream<String> tasks = WORKFLOWS.values().stream().filter(OperationsTest::isReleased)
                .flatMap(workflow -> ((Map<?, ?>) workflow.get("DefinitionSubstitutions")).keySet()
                        .stream())
                .map(String::valueOf);
        Stream<String> guarded = FUNCTIONS.keySet().stream().filter(id -> String
                .valueOf(WORKFLOWS.get("GuardedCall").get("Policies")).contains(id + ".Alias"));
        return Stream.of(routed, tasks, guarded, Stream.of("Authorize")).flatMap(ids -> ids)
                .filter(FUNCTIONS::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isReleased(Map<?, ?> workflow) {
        return ALIAS.equals(workflow.get("AutoPublishAlias"));
    }

    @Test
    void aTableIsEncryptedRestorableAndProtectedByAParameter() {
        assertThat(TemplateText.resources("AWS::DynamoDB::Table")).isNotEmpty()
                .allSatisfy((id, table) -> {
                    assertThat(table.get("SSESpecification")).as(id)
                            .isEqualTo(Map.of("SSEEnabled", true));
                    assertThat(table.get("PointInTimeRecoverySpecification")).as(id)
                            .isEqualTo(Map.of("PointInTimeRecoveryEnabled", true));
                    assertThat(table.get("DeletionProtectionEnabled")).as(id)
                            .isEqualTo("DeletionProtection");
                });
    }

    @Test
    void samconfigSetsParametersThatThereAre() throws IOException {
        Set<String> set = SETTING.matcher(Files.readString(Project.path("samconfig.toml")))
                .results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());

        assertThat(set).contains("Stage").isSubsetOf(TemplateText.parameters());
    }

    @Test
    void aQueueIsEncrypted() {
        assertThat(TemplateText.resources("AWS::SQS::Queue")).isNotEmpty()
                .allSatisfy((id, queue) -> assertThat(queue.get("SqsManagedSseEnabled")).as(id)
                        .isEqualTo(true));
    }

    /** As its section of the template calls it, with a capital. */
    private static String service(Map<?, ?> function) {
        String code = (String) function.get("CodeUri");
        String name = code.substring(code.lastIndexOf('/') + 1).replace(".zip", "");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
