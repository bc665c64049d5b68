/** The circuits as their breakers keep them. */
package drivetrain.circuits.dynamodb;
