package drivetrain.local.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The JSON paths that targets use: members by dot or bracket, and array elements. Source: Amazon
 * EventBridge User Guide, "Using JSONPath to define data" (wildcards aren't allowed there).
 */
final class EventPath {
    private static final Pattern STEP = Pattern
            .compile("\\.([A-Za-z0-9_-]+)|\\['([^']+)']|\\[\"([^\"]+)\"]|\\[(\\d+)]");

    private EventPath() {}

    /** The part of an event; a missing node if there is none. */
    static JsonNode read(JsonNode event, String path) {
        return event.at(pointer(path));
    }

    /**
     * The same place as a JSON pointer.
     *
     * @throws IllegalArgumentException
     *             if it is no path of this kind
     */
    static JsonPointer pointer(String path) {
        var steps = STEP.matcher(path);
        var pointer = JsonPointer.empty();
        int end = 1;
        while (steps.find() && steps.start() == end) {
            pointer = pointer.append(JsonPointer.empty().appendProperty(name(steps)));
            end = steps.end();
        }
        if (!path.startsWith("$") || end != path.length()) {
            throw new IllegalArgumentException("not a JSON path that EventBridge takes: " + path);
        }
        return pointer;
    }

    private static String name(MatchResult step) {
        for (int group = 1; group <= step.groupCount(); group++) {
            if (step.group(group) != null) {
                return step.group(group);
            }
        }
        throw new IllegalStateException("no group matched");
    }
}
