/**
 * The JSONata dialect: expressions between <code>{%</code> and <code>%}</code>, evaluated by
 * {@code com.dashjoin:jsonata}, with the functions that Step Functions adds.
 *
 * <p>Source: AWS Step Functions Developer Guide, "Transforming data with JSONata".
 */
package drivetrain.states.expression.jsonata;
