/**
 * The edges of a Lambda function: what comes in is decoded once, what goes out is encoded once, and
 * every outcome is one log line.
 *
 * <p>A handler names a function, takes one of {@link drivetrain.lambda.ApiFunction}, {@link
 * drivetrain.lambda.TaskFunction}, {@link drivetrain.lambda.EventFunction}, {@link
 * drivetrain.lambda.QueueFunction} or {@link drivetrain.lambda.StreamFunction} by the kind of its
 * trigger, and calls one use case. JSON goes through code that avaje-jsonb generates for wire
 * records of our own: Lambda's built-in serializer ignores annotations, turns unknown enums into
 * null and sealed results into an empty object.
 *
 * <p>What doesn't belong here: any word of a service's business.
 */
package drivetrain.lambda;
