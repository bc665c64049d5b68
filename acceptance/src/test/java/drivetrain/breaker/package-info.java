/**
 * The circuit breaker's two doors, side by side: {@code drivetrain.circuitbreaker} for calls made
 * while a client waits, and the workflow {@code guarded-call} for the sagas. They share their items,
 * and so they must decide alike.
 */
package drivetrain.breaker;
