/** The event that customers publish: that something has changed, and nothing of the person. */
package drivetrain.customers.events;
