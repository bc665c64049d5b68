/** What an operator knows of a circuit, and decides about it. */
package drivetrain.circuits.domain;
