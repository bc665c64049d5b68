package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.acceptance.RequestFile.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code api/drivetrain.http} has every route of the contract, and no other. Whether they are answered
 * as their titles say, {@code scripts/check-clients} tries.
 */
class RequestFileTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");
    private static final Pattern KEPT = Pattern.compile("client\\.global\\.set\\(\"([^\"]+)\"");
    private static final String TOKENS = "{{tokens}}";
    private static final List<Operation> OPERATIONS = Contract.ofThisProject().operations();
    private static final List<Entry> ENTRIES = RequestFile.entries();

    static List<Operation> operations() {
        return OPERATIONS;
    }

    /** Of two routes that a path could mean, the gateway takes the one without a parameter. */
    private static boolean isOf(Operation operation, Entry entry) {
        return entry.calls(operation) && OPERATIONS.stream().filter(entry::calls)
                .allMatch(other -> other.parametersIn("path").size() >= operation
                        .parametersIn("path").size());
    }

    private static Entry entry(Operation operation) {
        List<Entry> entries = ENTRIES.stream()
                .filter(entry -> isOf(operation, entry)).toList();
        assertThat(entries).as("requests of api/drivetrain.http to %s", operation).hasSize(1);
        return entries.getFirst();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void sendsWhatARouteNeeds(Operation operation) {
        Entry entry = entry(operation);

        assertThat(entry.headers().getOrDefault("authorization", "")).as("token of %s", entry)
                .isEqualTo(token(operation));
        assertThat(entry.headers().containsKey("x-api-key")).as("API key of %s", entry)
                .isEqualTo(operation.metered());
        assertThat(entry.headers().containsKey("content-type")).as("content type of %s", entry)
                .isEqualTo(operation.takesBody());
        assertThat(operation.parametersIn("header"))
                .allSatisfy(header -> assertThat(entry.headers())
                        .as("headers of %s", entry)
                        .containsKey(header.path("name").asText().toLowerCase(Locale.ROOT)));
        assertThat(operation.parametersIn("query"))
                .filteredOn(query -> query.path("required").asBoolean())
                .allSatisfy(query -> assertThat(entry.target()).as("query of %s", entry)
                        .containsPattern("[?&]" + query.path("name").asText() + "="));
    }

    /** Of the tokens that will do, the one that may do less. */
    private static String token(Operation operation) {
        if (!operation.secured()) {
            return "";
        }
        return operation.scopes().contains("customer")
                ? "Bearer {{customer}}"
                : "Bearer {{staff}}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void saysWithWhichStatusOfTheContractItIsAnswered(Operation operation) {
        Entry entry = entry(operation);

        assertThat(entry.statuses()).as("statuses in the title of %s", entry).isNotEmpty()
                .isSubsetOf(operation.statuses());
    }

    @Test
    void callsNothingElse() {
        assertThat(ENTRIES).filteredOn(entry -> !entry.target().equals(TOKENS))
                .isNotEmpty().allSatisfy(entry -> assertThat(OPERATIONS)
                        .as("the contract has a route for %s", entry)
                        .anyMatch(operation -> isOf(operation, entry)));
    }

    @Test
    void usesNoVariableThatNothingHasSetBefore() throws IOException {
        Set<String> known = new TreeSet<>(environment());
        for (Entry entry : ENTRIES) {
            String text = Stream.concat(Stream.of(entry.target(), entry.rest()),
                    entry.headers().values().stream()).reduce("", String::concat);
            assertThat(known).as("variables before %s", entry).containsAll(VARIABLE.matcher(text)
                    .results().map(variable -> variable.group(1)).toList());
            KEPT.matcher(text).results().forEach(kept -> known.add(kept.group(1)));
        }
    }

    /** What the environment beside the file gives a value. */
    private static Set<String> environment() throws IOException {
        Path file = LocalSystem.templateOfThisProject().resolveSibling("api/http-client.env.json");
        JsonNode local = Http.JSON.readTree(Files.readString(file)).path("local");
        return local.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
