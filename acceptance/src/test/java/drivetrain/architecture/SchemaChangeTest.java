package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema of an event keeps every promise that it ever made, and each promise is on file. */
class SchemaChangeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern
            .compile("([A-Z][A-Za-z]+\\.v[1-9][0-9]*)(?:\\.([2-9]|[1-9][0-9]+))?\\.json");
    private static final String SCHEMA = """
            {"$id": "urn:1", "title": "T", "type": "object", "required": ["sku", "lines"],
             "additionalProperties": false,
             "properties": {
               "sku": {"type": "string", "pattern": "^[A-Z]+$", "maxLength": 9},
               "type": {"enum": ["SERVO", "GEARBOX"]},
               "lines": {"type": "array", "minItems": 1,
                 "items": {"type": "object", "required": ["quantity"],
                   "properties": {"quantity": {"type": "integer", "minimum": 1}}}}}}
            """;

    static Stream<String> promises() {
        return golden().keySet().stream();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "\"type\": {; \"kind\": {; /type: is gone",
            "\"quantity\": {; \"count\": {; /lines/items/quantity: is gone",
            "\"type\": \"string\"; \"type\": \"integer\"; /sku: type was \"string\"",
            "\"type\": \"integer\"; \"type\": [\"integer\",\"null\"]; /lines/items/quantity: type",
            "[\"sku\", \"lines\"]; [\"sku\", \"lines\", \"type\"]; /type: is required now",
            "[\"sku\", \"lines\"]; [\"lines\"]; /sku: isn't required any more",
            "[\"quantity\"]; []; /lines/items/quantity: isn't required any more",
            "[\"SERVO\", \"GEARBOX\"]; [\"SERVO\"]; /type: enum was",
            "[\"SERVO\", \"GEARBOX\"]; [\"SERVO\", \"GEARBOX\", \"MOTOR\"]; /type: enum was",
            "\"minimum\": 1; \"minimum\": 2; /lines/items/quantity: minimum was 1 and is 2",
            "\"minItems\": 1; \"minItems\": 0; /lines: minItems was 1 and is 0",
            "'\"pattern\": \"^[A-Z]+$\", '; ''; /sku: pattern was \"^[A-Z]+$\" and is absent",
            "\"$id\": \"urn:1\"; \"$id\": \"urn:2\"; : $id was",
            "\"maxLength\": 9; \"maxLength\": 9, \"format\": \"uri\"; /sku: format was absent",
            "'\"additionalProperties\": false,'; ''; : additionalProperties was false"})
    void seesWhatBreaksAConsumer(String part, String other, String expected) throws IOException {
        String changed = SCHEMA.replace(part, other);

        assertThat(changed).isNotEqualTo(SCHEMA);
        assertThat(SchemaChange.breaks(JSON.readTree(SCHEMA), JSON.readTree(changed)))
                .singleElement().asString().startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "\"properties\": {; \"properties\": {\"colour\": {\"type\": \"string\"},",
            "\"title\": \"T\"; \"title\": \"U\", \"description\": \"anything\"",
            "\"maxLength\": 9; \"maxLength\": 9, \"deprecated\": true"})
    void letsAnEventGrowByWhatNobodyMustKnow(String part, String other) throws IOException {
        String grown = SCHEMA.replaceFirst(Pattern.quote(part), other);

        assertThat(grown).isNotEqualTo(SCHEMA);
        assertThat(SchemaChange.breaks(JSON.readTree(SCHEMA), JSON.readTree(grown))).isEmpty();
    }

    @Test
    void everySchemaIsOnFileAndNoneThatEverWasIsGone() {
        assertThat(golden().keySet()).isNotEmpty().containsExactlyElementsOf(
                Project.files("events/schemas", ".json").stream().map(SchemaChangeTest::version)
                        .sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aSchemaKeepsEveryPromiseThatItEverMade(String version) throws IOException {
        JsonNode now = JSON.readTree(Project.path("events/schemas/" + version + ".json").toFile());

        for (Path promise : golden().get(version)) {
            assertThat(SchemaChange.breaks(JSON.readTree(promise.toFile()), now))
                    .as("%s against %s", version, promise.getFileName()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("promises")
    void whatASchemaPromisesNowIsOnFile(String version) throws IOException {
        JsonNode now = JSON.readTree(Project.path("events/schemas/" + version + ".json").toFile());
        Path latest = golden().get(version).getLast();

        assertThat(SchemaChange.breaks(now, JSON.readTree(latest.toFile())))
                .as("%s has grown: keep a copy as the next revision after %s", version,
                        latest.getFileName())
                .isEmpty();
    }

    /** The promises of each version of each event, the oldest first. */
    private static Map<String, List<Path>> golden() {
        return Project.files("events/schemas/golden", ".json").stream()
                .sorted(Comparator.comparingInt(SchemaChangeTest::revision))
                .collect(Collectors.groupingBy(SchemaChangeTest::version, TreeMap::new,
                        Collectors.toList()));
    }

    private static String version(Path schema) {
        return named(schema, 1);
    }

    private static int revision(Path schema) {
        String revision = named(schema, 2);
        return revision == null ? 1 : Integer.parseInt(revision);
    }

    private static String named(Path schema, int group) {
        var name = NAME.matcher(schema.getFileName().toString());
        assertThat(name.matches()).as("%s is named <Type>.v<n>[.<revision>].json", schema)
                .isTrue();
        return name.group(group);
    }
}
