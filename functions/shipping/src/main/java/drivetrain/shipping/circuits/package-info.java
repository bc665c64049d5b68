/** The circuit breaker that stands between this service and its carrier. */
package drivetrain.shipping.circuits;
