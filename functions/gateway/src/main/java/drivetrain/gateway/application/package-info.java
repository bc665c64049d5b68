/** The gateway's use cases, and the ports that they need. */
package drivetrain.gateway.application;
