/** The events that the catalog publishes. */
package drivetrain.catalog.events;
