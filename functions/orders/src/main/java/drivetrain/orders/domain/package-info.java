/**
 * The life of an order, as pure rules: {@link drivetrain.orders.domain.Decisions} say what a
 * command comes to in a state, {@link drivetrain.orders.domain.Order#after} says which state
 * follows from an event.
 *
 * <p>What doesn't belong here: time, ids, storage, and the prices of other services' events.
 */
package drivetrain.orders.domain;
