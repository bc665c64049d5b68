/** One entry point per function of the gateway, and the wire records of its input and output. */
package drivetrain.gateway.handlers;
