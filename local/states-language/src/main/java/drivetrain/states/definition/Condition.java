package drivetrain.states.definition;

import drivetrain.states.expression.EvaluationContext;
import java.util.Set;

/** What a Choice state tests. */
public interface Condition {

    /**
     * Tests.
     *
     * @param context what can be seen
     * @return whether the rule applies
     */
    boolean test(EvaluationContext context);

    /**
     * The variables that it names.
     *
     * @return names without the dollar sign
     */
    Set<String> variables();
}
