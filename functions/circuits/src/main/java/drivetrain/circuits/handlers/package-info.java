/** The functions of the circuits service, and what goes over the wire. */
package drivetrain.circuits.handlers;
