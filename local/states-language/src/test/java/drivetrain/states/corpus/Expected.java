package drivetrain.states.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares values as the corpus' README says: with wildcards, numbers by value. */
final class Expected {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> IGNORED = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

    private Expected() {}

    static boolean matches(JsonNode expected, JsonNode actual) {
        if (expected.has("@any")) {
            return true;
        }
        if (actual == null) {
            return false;
        }
        if (expected.has("@regex")) {
            return actual.isTextual() && Pattern.matches(expected.get("@regex").textValue(),
                    actual.textValue());
        }
        if (expected.has("@json")) {
            return actual.isTextual() && matches(expected.get("@json"), parse(actual));
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isObject() && actual.isObject()) {
            return objects(expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return arrays(expected, actual);
        }
        return expected.equals(actual);
    }

    private static JsonNode parse(JsonNode text) {
        try {
            return MAPPER.readTree(text.textValue());
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static boolean objects(JsonNode expected, JsonNode actual) {
        Set<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        names.removeAll(IGNORED);
        return names.stream().allMatch(name -> expected.has(name)
                && matches(expected.get(name), actual.get(name)));
    }

    private static boolean arrays(JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }
}
