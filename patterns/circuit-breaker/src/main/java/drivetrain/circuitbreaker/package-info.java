/**
 * A circuit breaker whose state many short-lived callers share.
 *
 * <p>One item a circuit, in DynamoDB. {@link drivetrain.circuitbreaker.Circuit} is the state machine,
 * pure; {@link drivetrain.circuitbreaker.CircuitStore} keeps it; {@link
 * drivetrain.circuitbreaker.CircuitBreaker} is the door for calls made while a client waits. The
 * workflow {@code guarded-call} is the other door, to the same items.
 *
 * <p>Sources: M. Nygard, "Release It!", circuit breaker; AWS Prescriptive Guidance, "Circuit breaker
 * pattern".
 */
package drivetrain.circuitbreaker;
