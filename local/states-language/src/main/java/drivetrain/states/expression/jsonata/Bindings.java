package drivetrain.states.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.EvaluationContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the expressions of one context see: {@code $states} and the variables. */
final class Bindings {

    private final EvaluationContext context;
    private Map<String, Object> states;

    Bindings(EvaluationContext context) {
        this.context = context;
    }

    void bind(Jsonata.Frame frame, Set<String> variables, boolean outside) {
        frame.bind("states", states());
        for (String name : variables) {
            JsonNode value = context.variables().get(name);
            if (value != null) {
                frame.bind(name, Values.toJsonata(value));
            }
        }
        if (outside) {
            Functions.bind(frame, context.surroundings());
        }
    }

    private Map<String, Object> states() {
        if (states == null) {
            states = new LinkedHashMap<>();
            states.put("input", Values.toJsonata(context.input()));
            put("context", context.contextObject());
            put("result", context.result());
            put("errorOutput", context.errorOutput());
        }
        return states;
    }

    private void put(String name, JsonNode value) {
        if (value != null) {
            states.put(name, Values.toJsonata(value));
        }
    }
}
