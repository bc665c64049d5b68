package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.template.EventBusResource;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.QueueResource;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.TableResource;
import drivetrain.local.template.WorkflowResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a workflow names is there: functions, workflows, queues, tables, buses and events. */
class WorkflowReferencesIT {
    private static final SamApplication APPLICATION = Project.application();
    /** Integrations have ARNs of services, without region and account. */
    private static final Pattern ARN = Pattern.compile(
            "arn:aws:[a-z]+:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_:/-]+");

    static Stream<Named<WorkflowResource>> workflows() {
        return APPLICATION.workflows().stream().map(one -> Named.of(one.logicalId(), one));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyArnIsOfTheTemplate(WorkflowResource workflow) {
        Set<String> arns = new TreeSet<>();
        texts(workflow.definition()).forEach(text -> {
            for (Matcher found = ARN.matcher(text); found.find();) {
                arns.add(found.group());
            }
        });

        assertThat(known()).as("what %s names", workflow.logicalId()).containsAll(arns);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyTableBusAndEventIsThere(WorkflowResource workflow) {
        JsonNode definition = workflow.definition();

        assertThat(names(APPLICATION.tables().stream().map(TableResource::name)))
                .containsAll(constants(definition, "TableName"));
        assertThat(names(APPLICATION.eventBuses().stream().map(EventBusResource::name)))
                .containsAll(constants(definition, "EventBusName"));
        assertThat(constants(definition, "DetailType")).as("events that %s puts on the bus",
                workflow.logicalId()).allMatch(WorkflowReferencesIT::hasSchema);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyPlaceholderIsFilledIn(WorkflowResource workflow) {
        assertThat(texts(workflow.definition())).as(workflow.definitionFile().toString())
                .noneMatch(text -> text.matches("(?s).*\\$\\{[A-Za-z]+}.*"));
    }

    @Test
    void somethingIsNamedAtAll() {
        assertThat(workflows().flatMap(one -> texts(one.getPayload().definition()).stream()))
                .anyMatch(text -> ARN.matcher(text).find());
    }

    /** An event that isn't announced with a schema must be one that a rule waits for. */
    private static boolean hasSchema(String event) {
        return Project.files("events/schemas", ".json").stream()
                .anyMatch(schema -> schema.getFileName().toString().startsWith(event + "."))
                || APPLICATION.rules().stream().anyMatch(
                        rule -> rule.pattern().path("detail-type").toString().contains(
                                '"' + event + '"'));
    }

    /** What has an alias is called by it, or a canary would have no share in the calls. */
    private static Set<String> known() {
        return Stream.of(APPLICATION.functions().stream().map(FunctionResource::invokedArn),
                APPLICATION.workflows().stream().map(WorkflowResource::startedArn),
                APPLICATION.queues().stream().map(QueueResource::arn),
                APPLICATION.eventBuses().stream().map(EventBusResource::arn),
                APPLICATION.tables().stream().map(TableResource::arn))
                .flatMap(arns -> arns).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toUnmodifiableSet());
    }

    /** The values of a member wherever it stands, but for expressions. */
    private static List<String> constants(JsonNode definition, String member) {
        return definition.findValues(member).stream().filter(JsonNode::isTextual)
                .map(JsonNode::textValue).filter(text -> !text.contains("{%")).distinct().toList();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }
}
