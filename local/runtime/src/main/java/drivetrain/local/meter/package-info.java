/**
 * Counts what AWS would bill: calls by whoever makes them, and what its services do by themselves.
 * Prices are no part of it.
 */
package drivetrain.local.meter;
