package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.StateMachineType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses {@code StartAt} and {@code States}, and checks that all transitions lead somewhere. */
final class GraphParser {

    private static final int LONGEST_NAME = 80;

    private final Fields fields;
    private final QueryLanguage language;
    private final StateMachineType type;

    GraphParser(Fields fields, QueryLanguage around, StateMachineType type) {
        this.fields = fields;
        this.type = type;
        language = around;
    }

    StateGraph parse() {
        fields.require("StartAt", "States");
        String startAt = fields.text("StartAt");
        JsonNode states = fields.value("States");
        Map<String, State> parsed = new LinkedHashMap<>();
        if (states == null) {
            return new StateGraph(String.valueOf(startAt), parsed);
        }
        if (!states.isObject() || states.isEmpty()) {
            fields.error("States", "Expected an Object with at least one state");
        }
        states.properties().forEach(e -> {
            State state = state(e.getKey(), e.getValue());
            if (state != null) {
                parsed.put(e.getKey(), state);
            }
        });
        if (startAt != null) {
            new TransitionCheck(fields, states, parsed).check(startAt);
        }
        return new StateGraph(String.valueOf(startAt), parsed);
    }

    private State state(String name, JsonNode node) {
        String path = fields.path("States") + "/" + name;
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fields.problems().error(path, "State name must have 1 to 80 characters");
        }
        if (!node.isObject()) {
            fields.problems().error(path, "Expected value of type Object");
            return null;
        }
        return new StateParser(name, new Fields(node, path, fields.problems()), language, type)
                .parse();
    }
}
