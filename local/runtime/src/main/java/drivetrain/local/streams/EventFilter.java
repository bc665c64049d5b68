package drivetrain.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;

/**
 * {@code FilterCriteria}: an event passes if it matches any of the patterns, or if there are none.
 * Source: AWS Lambda Developer Guide, "Control which events Lambda sends to your function".
 */
final class EventFilter {
    private final Machine machine = Machine.builder().build();
    private final boolean open;

    EventFilter(List<JsonNode> patterns) {
        open = patterns.isEmpty();
        for (var pattern : patterns) {
            add(pattern.toString());
        }
    }

    private void add(String pattern) {
        try {
            machine.addRule(pattern, pattern);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not a filter pattern: " + pattern, malformed);
        }
    }

    boolean isOpen() {
        return open;
    }

    boolean passes(JsonNode event) {
        return open || !machine.rulesForJSONEvent(event).isEmpty();
    }
}
