package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An array with expressions inside.
 *
 * @param elements in order
 */
public record ArrayTemplate(List<Expression> elements) implements Expression {

    /** Copies the elements. */
    public ArrayTemplate {
        elements = List.copyOf(elements);
    }

    @Override
    public JsonNode evaluate(EvaluationContext context) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
        for (Expression element : elements) {
            array.add(element.evaluate(context));
        }
        return array;
    }

    @Override
    public Set<String> variables() {
        Set<String> names = new HashSet<>();
        elements.forEach(e -> names.addAll(e.variables()));
        return names;
    }
}
