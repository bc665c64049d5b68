/** The events that inventory publishes. */
package drivetrain.inventory.events;
