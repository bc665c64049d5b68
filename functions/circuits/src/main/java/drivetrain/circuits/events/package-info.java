/** What changes of circuits mean to others: events and metrics. */
package drivetrain.circuits.events;
