/**
 * Circuits: what operators see of the circuit breakers, and may decide about them, and how their
 * transitions become events and metrics. The breaking itself is {@code patterns/circuit-breaker}'s
 * and the workflow {@code guarded-call}'s; both work on the same table without this service.
 */
package drivetrain.circuits;
