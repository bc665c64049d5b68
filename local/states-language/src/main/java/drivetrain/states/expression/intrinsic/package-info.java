/**
 * The intrinsic functions of the JSONPath dialect.
 *
 * <p>Source: Developer Guide, "Intrinsics for JSONPath states in Step Functions".
 */
package drivetrain.states.expression.intrinsic;
