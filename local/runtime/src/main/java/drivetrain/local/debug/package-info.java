/**
 * Time that stands still while a debugger holds a thread, for {@code ./start --debug}: an agent that
 * sends the calls by which classes ask for the time to a clock which breakpoints stop. Without the
 * agent none of this is loaded.
 */
package drivetrain.local.debug;
