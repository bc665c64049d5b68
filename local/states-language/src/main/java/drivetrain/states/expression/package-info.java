/**
 * Expressions: whatever a definition computes. Compiled once, evaluated often, in either dialect.
 */
package drivetrain.states.expression;
