package drivetrain.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the domain events, {@code events/schemas/<type>.v<schemaVersion>.json}. Formats,
 * such as {@code date-time}, are checked too. Thread-safe.
 */
public final class EventSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true).build()));
    private static final Path FOLDER = ProjectFolder.of("events/schemas");
    private static final Map<Path, Schema> READ = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /**
     * What is wrong with an event of the bus.
     *
     * @param type its name, such as {@code OrderPlaced}
     * @param detail its JSON, which says in {@code metadata.schemaVersion} what it keeps to
     * @return nothing if nothing is
     */
    public static List<String> violations(String type, String detail) {
        try {
            return violations(type, JSON.readTree(detail));
        } catch (IOException malformed) {
            return List.of(type + " isn't JSON: " + malformed.getMessage());
        }
    }

    /** Like {@link #violations(String, String)}. */
    public static List<String> violations(String type, JsonNode detail) {
        var version = detail.path("metadata").path("schemaVersion");
        if (!version.isInt()) {
            return List.of(type + " has no metadata.schemaVersion");
        }
        Path file = FOLDER.resolve(type + ".v" + version.intValue() + ".json");
        if (!Files.exists(file)) {
            return List.of("there is no schema " + file.getFileName());
        }
        return READ.computeIfAbsent(file, EventSchemas::read).validate(detail).stream()
                .map(error -> type + ": " + error).toList();
    }

    private static Schema read(Path file) {
        try {
            return REGISTRY.getSchema(Files.readString(file), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
