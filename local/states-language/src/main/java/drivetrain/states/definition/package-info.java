/** A definition: parsed, checked, and compiled once; nothing here runs. */
package drivetrain.states.definition;
