package drivetrain.states.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.definition.MapSettings;
import drivetrain.states.expression.EvaluationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads the items of a Map state from a service (ItemReader): an object whose {@code Body} is JSON,
 * JSON lines or CSV, or a listing whose {@code Contents} are the items.
 */
final class MapReader {

    private static final String FAILED = "States.ItemReaderFailed";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Visit visit;
    private final MapSettings.Reader reader;

    MapReader(Visit visit, MapSettings.Reader reader) {
        this.visit = visit;
        this.reader = reader;
    }

    /** The answer is null: the items come later. */
    Outcome read(Consumer<ArrayNode> whenRead) {
        EvaluationContext context = visit.context();
        JsonNode arguments = reader.arguments() == null
                ? JsonNodeFactory.instance.objectNode()
                : reader.arguments().evaluate(context);
        Integer most = MapLimits.value(reader.maxItems(), context);
        new MapCall(visit, reader.resource(), arguments, context.contextObject()).invoke(FAILED,
                answer -> visit.resume(() -> {
                    whenRead.accept(limited(items(answer, arguments), most));
                    return null;
                }));
        return null;
    }

    private static ArrayNode limited(ArrayNode items, Integer most) {
        while (most != null && items.size() > most) {
            items.remove(items.size() - 1);
        }
        return items;
    }

    private ArrayNode items(JsonNode answer, JsonNode arguments) {
        if (answer.has("Contents")) {
            return JsonNodeFactory.instance.arrayNode()
                    .addAll((ArrayNode) answer.get("Contents"));
        }
        String body = answer.path("Body").asText();
        String type = reader.inputType() == null ? extension(arguments) : reader.inputType();
        try {
            return switch (type) {
                case "CSV" -> csv(body);
                case "JSONL" -> lines(body);
                default -> json(body);
            };
        } catch (JsonProcessingException e) {
            throw new StateFailure(FAILED, "Attempting to parse the item source failed: "
                    + e.getOriginalMessage());
        }
    }

    private static String extension(JsonNode arguments) {
        String key = arguments.path("Key").asText();
        return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static ArrayNode json(String body) throws JsonProcessingException {
        if (MAPPER.readTree(body) instanceof ArrayNode array) {
            return array;
        }
        throw new StateFailure(FAILED, "Attempting to map over non-iterable node.");
    }

    private static ArrayNode lines(String body) throws JsonProcessingException {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String line : body.lines().filter(l -> !l.isBlank()).toList()) {
            items.add(MAPPER.readTree(line));
        }
        return items;
    }

    private ArrayNode csv(String body) {
        List<List<String>> rows = new Csv(reader.delimiter()).rows(body);
        List<String> header = reader.csvHeaderGiven() || rows.isEmpty()
                ? reader.csvHeaders()
                : rows.removeFirst();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (List<String> row : new ArrayList<>(rows)) {
            ObjectNode item = items.addObject();
            for (int i = 0; i < header.size(); i++) {
                item.put(header.get(i), i < row.size() ? row.get(i) : "");
            }
        }
        return items;
    }
}
