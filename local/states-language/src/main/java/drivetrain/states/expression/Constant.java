package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A value that stands in the definition.
 *
 * @param value any JSON
 */
public record Constant(JsonNode value) implements Expression {

    @Override
    public JsonNode evaluate(EvaluationContext context) {
        return value;
    }

    @Override
    public Set<String> variables() {
        return Set.of();
    }
}
