package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Something that a definition computes. Immutable, thread-safe. */
public interface Expression {

    /**
     * Computes the value.
     *
     * @param context what can be seen
     * @return never null; treat it as immutable, it may be shared
     * @throws EvaluationFailure where there is no value
     */
    JsonNode evaluate(EvaluationContext context);

    /**
     * The variables that it names.
     *
     * @return names without the dollar sign
     */
    Set<String> variables();
}
