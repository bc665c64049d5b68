package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.testing.EventSchemas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the services said on the bus, held to the schemas of their events. */
final class SpokenEvents {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    /** Takes an event of the bus; those of AWS services are none of its business. */
    void hear(JsonNode event) {
        if (event.path("source").asText().startsWith("drivetrain.")) {
            String type = event.path("detail-type").asText();
            counts.merge(type, 1, Integer::sum);
            violations.addAll(EventSchemas.violations(type, event.path("detail")));
        }
    }

    /** The types that were heard. */
    Set<String> types() {
        return new TreeMap<>(counts).keySet();
    }

    /** How many of a type were heard. */
    int count(String type) {
        return counts.getOrDefault(type, 0);
    }

    /** What was wrong with any of them. */
    List<String> violations() {
        return List.copyOf(violations);
    }
}
