/**
 * Orders: taken in once, kept as a log of events, carried out by the checkout saga, shown to their
 * customers from a projection.
 */
package drivetrain.orders;
