package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.jsonpath.PathNotFound;
import java.util.Set;

/**
 * A path in a payload template or in another field whose failure is told with the field's name.
 *
 * @param field for instance {@code value.$} or {@code ErrorPath}
 * @param path what is read
 */
public record TemplatePath(String field, PathExpression path) implements Expression {

    @Override
    public JsonNode evaluate(EvaluationContext context) {
        try {
            return path.read(context);
        } catch (PathNotFound e) {
            throw EvaluationFailure.runtime("The JSONPath '" + path.text()
                    + "' specified for the field '" + field + "' could not be found in the input '"
                    + path.root(context) + "'");
        }
    }

    @Override
    public Set<String> variables() {
        return path.variables();
    }
}
