package drivetrain.states.definition;

import drivetrain.states.expression.Expression;

/**
 * One entry of {@code Choices}, or what goes with {@code Default}.
 *
 * @param condition when it applies
 * @param next the state that follows
 * @param assign gives the variables to assign, or null
 * @param output the output (JSONata), or null
 */
public record ChoiceRule(Condition condition, String next, Expression assign, Expression output) {}
