/** The load run: how many checkouts a second a system carries, and whether its books balance. */
package drivetrain.load;
