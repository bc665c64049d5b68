/** What operators do with circuits, and the port that it stands on. */
package drivetrain.circuits.application;
