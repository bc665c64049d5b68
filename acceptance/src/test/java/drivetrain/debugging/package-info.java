/** What {@code ./start --debug} promises, tried by a debugger. */
package drivetrain.debugging;
