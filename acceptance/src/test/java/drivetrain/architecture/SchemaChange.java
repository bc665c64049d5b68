package drivetrain.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of an event's schema breaks. Both ways count: consumers of the old schema read new
 * events, and consumers of the new one read old events, which wait in queues and archives. So one
 * change is free, a new property that nobody requires; words meant for people may change, too.
 */
final class SchemaChange {
    private static final Set<String> FOR_PEOPLE = Set.of("title", "description", "$comment",
            "examples", "deprecated");
    private static final Set<String> SCHEMAS_BY_NAME = Set.of("properties", "$defs");
    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties");

    private final List<String> breaks = new ArrayList<>();

    private SchemaChange() {}

    /** What breaks; nothing if the change is free. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        var change = new SchemaChange();
        change.compare("", before, after);
        return List.copyOf(change.breaks);
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        Set<String> keywords = new TreeSet<>();
        before.fieldNames().forEachRemaining(keywords::add);
        after.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(FOR_PEOPLE);
        for (String keyword : keywords) {
            compare(place, keyword, before.path(keyword), after.path(keyword));
        }
    }

    private void compare(String place, String keyword, JsonNode before, JsonNode after) {
        if (SCHEMAS_BY_NAME.contains(keyword)) {
            compareByName(place, before, after);
        } else if (keyword.equals("required")) {
            compareRequired(place, before, after);
        } else if (SCHEMAS.contains(keyword) && before.isObject() && after.isObject()) {
            compare(place + "/" + keyword, before, after);
        } else if (!before.equals(after)) {
            breaks.add(place + ": " + keyword + " was " + shown(before) + " and is "
                    + shown(after));
        }
    }

    private void compareByName(String place, JsonNode before, JsonNode after) {
        before.properties().forEach(property -> {
            String name = place + "/" + property.getKey();
            if (after.has(property.getKey())) {
                compare(name, property.getValue(), after.get(property.getKey()));
            } else {
                breaks.add(name + ": is gone, and consumers may read it");
            }
        });
    }

    private void compareRequired(String place, JsonNode before, JsonNode after) {
        Set<String> was = names(before);
        Set<String> is = names(after);
        is.stream().filter(name -> !was.contains(name)).forEach(name -> breaks
                .add(place + "/" + name + ": is required now, and old events may lack it"));
        was.stream().filter(name -> !is.contains(name)).forEach(name -> breaks
                .add(place + "/" + name + ": isn't required any more, and consumers count on it"));
    }

    private static Set<String> names(JsonNode required) {
        Set<String> names = new TreeSet<>();
        required.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }
}
