/**
 * An append-only log of events per stream, with optimistic concurrency, snapshots and upcasters.
 *
 * <p>What belongs here: what every event-sourced aggregate needs, whatever its business. What
 * doesn't: any event of any service, and JSON: the data of an event is text to this package.
 *
 * <p>Start at {@link drivetrain.eventstore.AggregateStore}.
 */
package drivetrain.eventstore;
