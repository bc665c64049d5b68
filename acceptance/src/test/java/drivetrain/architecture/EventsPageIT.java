package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.local.template.RuleResource;
import drivetrain.local.template.SamApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of events shows the schemas and the template's rules as they are. */
class EventsPageIT {
    private static final SamApplication APPLICATION = Project.application();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            | event | version | producer | consumers | what it tells |
            | --- | --- | --- | --- | --- |
            """;

    @Test
    void theTableOfEventsIsAsTheSchemasAndRulesHaveIt() throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        for (Path schema : Project.files("events/schemas", ".json")) {
            table.append(row(schema));
        }

        assertThat(Files.readString(Project.path("docs/events.md")))
                .as("docs/events.md, whose table must be:%n%s", table).contains(table);
    }

    @Test
    void aRuleTakesEventsOfTheServiceThatPublishesThemOnly() throws IOException {
        for (Path schema : Project.files("events/schemas", ".json")) {
            JsonNode json = JSON.readTree(schema.toFile());
            String type = json.path("title").asText();

            assertThat(rules(type)).as("the rules for %s", type).allSatisfy(
                    rule -> assertThat(rule.pattern().path("source").toString())
                            .contains("\"drivetrain." + producer(json) + "\""));
        }
    }

    private static String row(Path schema) throws IOException {
        JsonNode json = JSON.readTree(schema.toFile());
        String name = schema.getFileName().toString();
        String type = json.path("title").asText();
        String version = name.replaceAll(".*\\.v([0-9]+)\\.json", "$1");
        String consumers = consumers(type).stream().map(one -> "`" + one + "`")
                .collect(Collectors.joining(", "));
        return "| [`" + type + "`](../events/schemas/" + name + ") | " + version + " | "
                + producer(json) + " | " + (consumers.isEmpty() ? "none here" : consumers) + " | "
                + json.path("description").asText() + " |\n";
    }

    /** Ids of events start with the service that publishes them. */
    private static String producer(JsonNode schema) {
        return schema.at("/properties/metadata/properties/eventId/pattern").asText()
                .replaceAll("^\\^([a-z]+):.*$", "$1");
    }

    private static Stream<RuleResource> rules(String type) {
        return APPLICATION.rules().stream().filter(rule -> rule.pattern().path("detail-type")
                .toString().contains("\"" + type + "\""));
    }

    /** The functions that rules give an event to, straight or through a queue. */
    private static Set<String> consumers(String type) {
        return rules(type).flatMap(rule -> rule.targets().stream())
                .flatMap(target -> APPLICATION.functions().stream()
                        .filter(function -> target.arn().equals(function.arn())
                                || feeds(target.arn(), function.name()))
                        .map(function -> function.logicalId()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean feeds(String queueArn, String function) {
        return APPLICATION.queueMappings().stream()
                .anyMatch(mapping -> mapping.queueArn().equals(queueArn)
                        && mapping.functionName().equals(function));
    }
}
