package drivetrain.states.definition;

import drivetrain.states.expression.Expression;

/**
 * What a Wait state waits for.
 *
 * @param name of the field, for messages
 * @param source the path or expression as it stands in the definition, for messages
 * @param value what it computes
 */
public record WaitField(String name, String source, Expression value) {}
