package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An object with expressions inside.
 *
 * @param fields in the order of the definition
 */
public record ObjectTemplate(Map<String, Expression> fields) implements Expression {

    /** Copies the fields, keeping their order. */
    public ObjectTemplate {
        fields = new LinkedHashMap<>(fields);
    }

    @Override
    public JsonNode evaluate(EvaluationContext context) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Expression> field : fields.entrySet()) {
            object.set(field.getKey(), field.getValue().evaluate(context));
        }
        return object;
    }

    @Override
    public Set<String> variables() {
        Set<String> names = new HashSet<>();
        fields.values().forEach(e -> names.addAll(e.variables()));
        return names;
    }
}
