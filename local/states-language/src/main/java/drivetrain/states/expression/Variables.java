package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The variables of one scope, which sees those of the scopes around it. Not thread-safe. */
public final class Variables {

    private final Variables outer;
    private final Map<String, JsonNode> own = new HashMap<>();

    /**
     * A scope.
     *
     * @param outer the scope around it, or null
     */
    public Variables(Variables outer) {
        this.outer = outer;
    }

    /**
     * Looks a variable up, here and then outwards.
     *
     * @param name without the dollar sign
     * @return null if it isn't assigned
     */
    public JsonNode get(String name) {
        for (Variables scope = this; scope != null; scope = scope.outer) {
            JsonNode value = scope.own.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /**
     * Assigns in this scope.
     *
     * @param values by name
     */
    public void assign(Map<String, JsonNode> values) {
        own.putAll(values);
    }

    /**
     * All that can be seen from here.
     *
     * @return a copy
     */
    public Map<String, JsonNode> visible() {
        Map<String, JsonNode> all = outer == null ? new HashMap<>() : outer.visible();
        all.putAll(own);
        return all;
    }

    /**
     * An independent copy of this scope; the scopes around it are shared.
     *
     * @return a new scope
     */
    public Variables copy() {
        Variables copy = new Variables(outer);
        copy.own.putAll(own);
        return copy;
    }
}
