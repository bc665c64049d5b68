/**
 * The rules of stock and reservations: what a reservation may become, and what each step moves on
 * the shelves. Knows nothing of storage, time or transport.
 */
package drivetrain.inventory.domain;
