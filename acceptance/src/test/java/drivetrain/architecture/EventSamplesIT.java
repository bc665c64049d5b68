package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.SamApplication;
import drivetrain.testing.EventSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function has a sample input, and each event of the bus a schema. */
class EventSamplesIT {
    private static final SamApplication APPLICATION = Project.application();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<FunctionResource>> functions() {
        return APPLICATION.functions().stream().map(one -> Named.of(one.logicalId(), one));
    }

    static Stream<Path> schemas() {
        return Project.files("events/schemas", ".json").stream();
    }

    static Stream<Path> samples() {
        return Project.files("events", "").stream().filter(Files::isDirectory)
                .filter(folder -> !folder.endsWith("schemas"))
                .flatMap(folder -> Project.files("events/" + folder.getFileName(), ".json")
                        .stream());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionHasASampleInput(FunctionResource function) {
        String plain = function.logicalId() + ".json";

        assertThat(samples().filter(sample -> folder(sample).equals(service(function))))
                .as("sample inputs under events/%s", service(function))
                .anyMatch(sample -> sample.endsWith(plain));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsOfAFunctionAndValidJson(Path sample) throws IOException {
        String function = sample.getFileName().toString().split("[-.]", 2)[0];

        assertThat(APPLICATION.functions()).as("the function of %s", sample)
                .anyMatch(one -> one.logicalId().equals(function)
                        && service(one).equals(folder(sample)));
        assertThat(JSON.readTree(sample.toFile()).isContainerNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleEventsFitTheirSchemas(Path sample) throws IOException {
        for (JsonNode event : events(JSON.readTree(sample.toFile()))) {
            if (event.path("source").asText().startsWith("drivetrain.")
                    && !isMeantToBeUnknown(sample, event)) {
                assertThat(EventSchemas.violations(event.path("detail-type").asText(),
                        event.path("detail"))).as(sample.toString()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaIsNamedAfterItsEventAndRefusesWhatIsNotOne(Path schema) throws IOException {
        assertThat(schema.getFileName().toString()).matches("[A-Z][A-Za-z]+\\.v[0-9]+\\.json");

        assertThat(violations(schema, JSON.createObjectNode()))
                .as("%s refuses an empty detail", schema.getFileName()).isNotEmpty();
    }

    @Test
    void everyEventThatARuleWaitsForHasASchema() {
        Set<String> awaited = new TreeSet<>();
        APPLICATION.rules().stream()
                .filter(rule -> rule.pattern().path("source").toString().contains("drivetrain."))
                .forEach(rule -> rule.pattern().path("detail-type")
                        .forEach(type -> awaited.add(type.textValue())));

        assertThat(awaited).isNotEmpty().isSubsetOf(schemaNames());
    }

    @Test
    void everySchemaIsOfAnEventThatAServicePublishes() throws IOException {
        Set<String> published = new TreeSet<>();
        for (String service : Project.services()) {
            published.addAll(Constants.of(Project.path("functions/" + service
                    + "/target/classes/drivetrain/" + service)));
        }

        assertThat(schemaNames()).isSubsetOf(published);
    }

    private static boolean isMeantToBeUnknown(Path sample, JsonNode event) {
        return sample.getFileName().toString().endsWith("-unknown-event.json")
                && !schemaNames().contains(event.path("detail-type").asText());
    }

    private static Set<String> schemaNames() {
        return schemas().map(schema -> schema.getFileName().toString())
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> violations(Path schema, JsonNode detail) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema), InputFormat.JSON).validate(detail).stream()
                .map(Object::toString).toList();
    }

    /** The events of the bus in a sample: itself, or what its queue messages carry. */
    private static List<JsonNode> events(JsonNode sample) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        if (sample.has("detail-type")) {
            events.add(sample);
        }
        for (JsonNode message : sample.path("Records")) {
            if (message.path("eventSource").asText().equals("aws:sqs")
                    && message.path("body").asText().startsWith("{")) {
                events.add(JSON.readTree(message.path("body").textValue()));
            }
        }
        return events;
    }

    private static String folder(Path sample) {
        return sample.getParent().getFileName().toString();
    }

    private static String service(FunctionResource function) {
        return function.code().getFileName().toString().replace(".zip", "");
    }
}
