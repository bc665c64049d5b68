package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The public API, as {@code api/openapi.yaml} of this project declares it. */
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options",
            "head", "patch");

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Contract ofThisProject() {
        Path file = LocalSystem.templateOfThisProject().resolveSibling("api/openapi.yaml");
        try (Reader yaml = Files.newBufferedReader(file)) {
            return new Contract(Http.JSON.valueToTree(new Yaml().load(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every method of every path, in the file's order. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(method -> operations.add(operation(path.getKey(), path.getValue(),
                        method.getKey(), method.getValue()))));
        return List.copyOf(operations);
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode json) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode list : List.of(item.path("parameters"), json.path("parameters"))) {
            list.forEach(parameter -> parameters.add(resolved(parameter)));
        }
        JsonNode schema = resolved(resolved(json.path("requestBody"))
                .path("content").path("application/json").path("schema"));
        return new Operation(method.toUpperCase(Locale.ROOT), path, json, parameters, schema);
    }

    /** What a reference leads to; the node itself if it is none. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }

    /** The schemas that references lead to. */
    JsonNode components() {
        return document.path("components");
    }
}
