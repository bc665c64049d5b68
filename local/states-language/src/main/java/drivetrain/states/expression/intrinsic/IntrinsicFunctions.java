package drivetrain.states.expression.intrinsic;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.expression.Digests;
import drivetrain.states.expression.RandomValues;
import drivetrain.states.expression.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** All intrinsic functions by name. */
final class IntrinsicFunctions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_TEXT = 10_000;

    private static final Map<String, IntrinsicFunction> ALL = Map.ofEntries(
            entry("States.Format", (a, _) -> JSON.textNode(Format.format(a))),
            entry("States.StringToJson", (a, _) -> parse(a.text(0))),
            entry("States.JsonToString", (a, _) -> JSON.textNode(a.any(0).toString())),
            entry("States.Array", (a, _) -> JSON.arrayNode().addAll(a.values())),
            entry("States.ArrayPartition", (a, _) -> Arrays.partition(a)),
            entry("States.ArrayContains", (a, _) -> JSON.booleanNode(Arrays.contains(a))),
            entry("States.ArrayRange", (a, _) -> Arrays.range(a)),
            entry("States.ArrayGetItem", (a, _) -> Arrays.item(a)),
            entry("States.ArrayLength", (a, _) -> JSON.numberNode(a.array(0).size())),
            entry("States.ArrayUnique", (a, _) -> Arrays.unique(a)),
            entry("States.Base64Encode", (a, _) -> JSON.textNode(encode(bounded(a.text(0))))),
            entry("States.Base64Decode", (a, _) -> JSON.textNode(decode(bounded(a.text(0))))),
            entry("States.Hash",
                    (a, _) -> JSON.textNode(Digests.hex(bounded(a.text(0)), a.text(1)))),
            entry("States.JsonMerge", (a, _) -> merge(a)),
            entry("States.MathRandom", IntrinsicFunctions::random),
            entry("States.MathAdd", (a, _) -> JSON.numberNode(a.integer(0) + a.integer(1))),
            entry("States.StringSplit", (a, _) -> Arrays.split(a)),
            entry("States.UUID", (_, s) -> JSON.textNode(RandomValues.uuid(s.random()))));

    private IntrinsicFunctions() {}

    /** The function, or null. */
    static IntrinsicFunction find(String name) {
        return ALL.get(name);
    }

    private static JsonNode parse(String text) {
        if (text.isBlank()) {
            return JSON.nullNode();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the text is not JSON: " + text, e);
        }
    }

    private static JsonNode merge(Arguments arguments) {
        if (arguments.bool(2)) {
            throw new IllegalArgumentException("deep merging is not supported");
        }
        ObjectNode merged = JSON.objectNode();
        merged.setAll((ObjectNode) arguments.object(0));
        merged.setAll((ObjectNode) arguments.object(1));
        return merged;
    }

    private static JsonNode random(Arguments arguments, Surroundings surroundings) {
        long from = arguments.integer(0);
        long to = arguments.integer(1);
        if (to <= from) {
            throw new IllegalArgumentException("the end must be greater than the start");
        }
        RandomGenerator random = arguments.count() > 2
                ? new Random(arguments.integer(2))
                : surroundings.random();
        return JSON.numberNode(random.nextLong(from, to));
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("the text is longer than " + LONGEST_TEXT
                    + " characters");
        }
        return text;
    }
}
